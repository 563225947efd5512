import { utilityProcess } from 'electron'
import type { MessageToParent } from '#hub/keys/parent-messages.ts'
import type { HubProcess } from './hub-keeper.ts'

const LAST_WORDS = 4_000

/**
 * Starts the built hub beside this process. Not a fork of Node: the program as installed does not run as Node.
 * @param dir the hub's data folder
 */
export function forkHub(hubFile: string, dir: string): HubProcess {
  const args = ['start', '--data', dir, '--port', '0', '--key-from-parent', '--create']
  const child = utilityProcess.fork(hubFile, args, { serviceName: 'Nẻo Về hub', stdio: 'pipe' })
  let words = ''
  child.stdout?.resume()
  child.stderr?.on('data', (part: Buffer) => {
    words = (words + part.toString('utf8')).slice(-LAST_WORDS)
  })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message: MessageToParent) => listener(message)),
    onExit: (listener) => child.once('exit', () => listener(lastSentence(words))),
    kill: () => {
      child.kill()
    },
  }
}

/** The last line meant for people: a refusal is a sentence; a line of the log or of a stack is not shown. */
function lastSentence(words: string): string {
  const lines = words.split('\n').map((line) => line.trim())
  return lines.findLast((line) => /^\p{Lu}[^{}]*[.]$/u.test(line) && !line.startsWith('Error')) ?? ''
}
