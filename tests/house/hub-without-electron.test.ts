import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'neo-ve-house-'))
afterAll(() => rmSync(dir, { recursive: true }))

/** Makes every attempt to load the shell's packages fail, in the process and in its workers. */
function forbidShell(): string {
  const hooks = join(dir, 'forbid.mjs')
  writeFileSync(
    hooks,
    `import { registerHooks } from 'node:module'
registerHooks({ resolve(specifier, context, next) {
  if (specifier === 'electron' || specifier === 'electron-updater') throw new Error('the hub asked for ' + specifier)
  return next(specifier, context)
} })`,
  )
  return pathToFileURL(hooks).href
}

function hubCommand(args: readonly string[]) {
  const child = spawn(process.execPath, [`--import=${forbidShell()}`, 'main/hub/cli/index.ts', ...args], {
    cwd: ROOT,
  })
  const said = { out: '', errors: '' }
  child.stdout.on('data', (piece: Buffer) => (said.out += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (said.errors += piece.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, said, ended }
}

describe('the hub is a plain Node program', () => {
  it('is set up, starts, answers and ends cleanly where electron cannot be loaded', async () => {
    const data = join(dir, 'data')
    writeFileSync(join(dir, 'centre.json'), JSON.stringify({ name: 'Cơ sở cai nghiện số 1' }))
    writeFileSync(join(dir, 'password'), 'một câu dài chỉ mình nghĩ ra\n')
    const init = hubCommand([
      'init',
      '--data',
      data,
      '--centre',
      join(dir, 'centre.json'),
      '--admin',
      'quantri',
      '--password-file',
      join(dir, 'password'),
      '--json',
    ])
    expect({ code: await init.ended, errors: init.said.errors }).toMatchObject({ code: 0 })
    const start = hubCommand(['start', '--data', data, '--port', '0'])
    const url = await new Promise<string>((resolve, reject) => {
      start.child.stdout.on('data', () => {
        const ready = /^ready (\S+)/m.exec(start.said.out)
        if (ready?.[1]) resolve(ready[1])
      })
      void start.ended.then(() => reject(new Error(start.said.errors)))
    })
    const answer = await fetch(`${url}/openapi.json`)
    start.child.kill('SIGTERM')
    expect({ status: answer.status, code: await start.ended }).toEqual({ status: 200, code: 0 })
  })
})
