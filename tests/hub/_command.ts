import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { runCommand } from '#hub/cli/run-command.ts'

const COMMAND_LINE = fileURLToPath(new URL('../../main/hub/cli/index.ts', import.meta.url))

/** What a command printed and how it ended. */
export interface CommandRun {
  code: number | null
  stdout: string
  stderr: string
  /** The one JSON document on stdout. */
  document: Record<string, unknown>
  /** Codes of a refusal. */
  refused: string[]
}

/** Runs the hub's command line in a process of its own, as somebody standing in `cwd` does. */
export async function runProcess(cwd: string, args: readonly string[]): Promise<CommandRun> {
  const child = spawnCommand(cwd, args)
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  const code = await ended(child)
  return commandRun(code, await stdout, await stderr, args)
}

/** The same in this process, for what a command does; paths count from INIT_CWD. */
export async function callCommand(args: readonly string[]): Promise<CommandRun> {
  let stdout = ''
  let stderr = ''
  const code = await runCommand(args, {
    out: async (line) => void (stdout += `${line}\n`),
    err: async (line) => void (stderr += `${line}\n`),
  })
  return commandRun(code, stdout, stderr, args)
}

function commandRun(
  code: number | null,
  stdout: string,
  stderr: string,
  args: readonly string[],
): CommandRun {
  const document = args.includes('--json') ? (JSON.parse(stdout) as Record<string, unknown>) : {}
  const reasons = (document['refused'] ?? []) as { code: string }[]
  return { code, stdout, stderr, document, refused: reasons.map((reason) => reason.code) }
}

/** A hub started from the command line; stop it with a signal. */
export interface StartedHub {
  child: ChildProcess
  url: string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

/** Starts a hub and waits for its `ready` line. */
export async function startCommand(cwd: string, args: readonly string[]): Promise<StartedHub> {
  const child = spawnCommand(cwd, ['start', ...args])
  const end = ended(child)
  const url = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (piece: Buffer) => {
      text += piece.toString()
      const found = /^ready (\S+)$/m.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    void end.then((code) => reject(new Error(`the hub ended with ${code} before it was ready: ${text}`)))
  })
  return { child, url, ended: end }
}

function spawnCommand(cwd: string, args: readonly string[]): ChildProcess {
  const { npm_lifecycle_event: _npm, INIT_CWD: _caller, ...env } = process.env
  return spawn(process.execPath, [COMMAND_LINE, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code)))
}

function collect(stream: NodeJS.ReadableStream | null): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    stream?.on('data', (piece: Buffer) => {
      text += piece.toString()
    })
    stream?.once('end', () => resolve(text))
  })
}
