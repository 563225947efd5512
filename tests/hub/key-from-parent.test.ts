import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MessageToHub, MessageToParent } from '#hub/keys/parent-messages.ts'

const COMMAND_LINE = fileURLToPath(new URL('../../main/hub/cli/index.ts', import.meta.url))

let dir: string
let data: string
const children: ChildProcess[] = []

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-parent-key-'))
  data = join(dir, 'data')
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

/** Starts a hub as the desktop program does: by fork, with the key in a message. */
function startWith(hex: string | null, nextHex: string | null = null) {
  const child = fork(
    COMMAND_LINE,
    ['start', '--data', data, '--port', '0', '--create', '--key-from-parent'],
    { silent: true },
  )
  children.push(child)
  const heard: MessageToParent[] = []
  child.on('message', (message) => heard.push(message as MessageToParent))
  child.send({ type: 'key', hex, nextHex } satisfies MessageToHub)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const first = (type: MessageToParent['type']) =>
    new Promise<MessageToParent>((resolve, reject) => {
      const look = () => heard.find((message) => message.type === type)
      const answer = () => {
        const found = look()
        if (found) resolve(found)
      }
      answer()
      child.on('message', answer)
      void ended.then((code) => reject(new Error(`the hub ended with ${code}`)))
    })
  const stop = async () => {
    child.send({ type: 'stop' } satisfies MessageToHub)
    return ended
  }
  return { child, heard, first, ended, stop }
}

describe('a hub whose key another program holds', () => {
  it('starts with the key of a message, says where, and ends cleanly when told to', async () => {
    const hex = randomBytes(32).toString('hex')
    const hub = startWith(hex)
    const ready = await hub.first('ready')
    expect(ready.type === 'ready' && (await fetch(ready.url)).status).toBe(200)
    expect(await hub.stop()).toBe(0)
    expect(readdirSync(dir)).toEqual(['data'])
    expect(readFileSync(join(data, 'neo-ve.db')).includes(Buffer.from(hex, 'hex'))).toBe(false)
    expect(readFileSync(join(data, 'hub.json'), 'utf8')).not.toContain(hex)
    expect(existsSync(`${data}.neo-ve-key`)).toBe(false)
  })

  it('takes the next key when a change of key was cut off after the data were under it', async () => {
    const [old, next] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')]
    const made = startWith(next)
    await made.first('ready')
    await made.stop()
    const hub = startWith(old, next)
    expect(await hub.first('key-settled')).toEqual({ type: 'key-settled', hex: next })
    await hub.first('ready')
    expect(await hub.stop()).toBe(0)
  })

  it('ends when the program that started it is gone', async () => {
    const hub = startWith(randomBytes(32).toString('hex'))
    await hub.first('ready')
    hub.child.disconnect()
    expect(await hub.ended).toBe(0)
  })
})
