// Runs in the sandbox before the page: hands it named functions and nothing of Electron itself.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { DeskBridge, DeskEvent, DeskEvents, DeskMode, DeskOutputs } from '#domain/desk/desk-bridge.ts'
import type { DeskCall, DeskInput } from '#domain/desk/desk-inputs.ts'

function fact(name: string): string {
  const prefix = `--neo-ve-${name}=`
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? ''
}

function mode(): DeskMode {
  const text = fact('mode')
  return text === 'hub' || text === 'desk' ? text : 'unset'
}

function call<Name extends DeskCall>(name: Name) {
  return (input?: DeskInput<Name>): Promise<DeskOutputs[Name]> =>
    ipcRenderer.invoke(`neo-ve:${name}`, input) as Promise<DeskOutputs[Name]>
}

function hear<Name extends DeskEvent>(name: Name) {
  return (listener: (news: DeskEvents[Name]) => void) => {
    // The event object stays here: it would give the page a way to the sender.
    const take = (_event: IpcRendererEvent, news: DeskEvents[Name]) => listener(news)
    ipcRenderer.on(`neo-ve:${name}`, take)
    return () => {
      ipcRenderer.off(`neo-ve:${name}`, take)
    }
  }
}

const bridge: DeskBridge = {
  version: fact('version'),
  mode: mode(),
  chooseMode: call('mode.choose'),
  reconsiderMode: call('mode.reconsider'),
  hub: {
    discover: call('hub.discover'),
    pair: call('hub.pair'),
    state: call('hub.state'),
    onState: hear('hub.state'),
    tryAddress: call('hub.tryAddress'),
    confirmMove: call('hub.confirmMove'),
    forget: call('hub.forget'),
  },
  drafts: { keep: call('drafts.keep'), list: call('drafts.list'), drop: call('drafts.drop') },
  print: { toPrinter: call('print.toPrinter'), toPdf: call('print.toPdf') },
  saveFile: call('file.save'),
  notify: call('desk.notify'),
  badge: call('desk.badge'),
  clock: call('desk.clock'),
  update: {
    state: call('update.state'),
    onState: hear('update.state'),
    check: call('update.check'),
    install: call('update.install'),
  },
  startup: { state: call('startup.state'), set: call('startup.set') },
  lock: { onScreenLock: hear('screen.locked') },
  screen: { protect: call('screen.protect') },
}

contextBridge.exposeInMainWorld('neoVe', bridge)
