import { stdin, stderr } from 'node:process'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** One line from the keyboard that is not shown, or from a pipe. */
export function askPassphrase(question: string): Promise<string> {
  stderr.write(`${question}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY })
  return new Promise((resolve, reject) => {
    let answer: string | undefined
    lines.once('line', (line) => {
      answer = line
      lines.close()
    })
    lines.once('close', () => {
      stderr.write('\n')
      if (answer === undefined) reject(new Error('no passphrase was given'))
      else resolve(answer)
    })
  })
}
