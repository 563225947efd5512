import { refusalOf } from './refusal-of-error.ts'
import { RefusedError, WrongUseError, type Command } from './command.ts'

/** Each command with the module that carries it out; loaded only when called. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./import.ts')).importList,
  init: async () => (await import('./init.ts')).init,
  backup: async () => (await import('./backup.ts')).backup,
  law: async () => (await import('./law.ts')).law,
  recover: async () => (await import('./recover.ts')).recover,
  restore: async () => (await import('./restore.ts')).restore,
  roll: async () => (await import('./roll.ts')).roll,
  'rotate-key': async () => (await import('./rotate-key.ts')).rotateKey,
  seed: async () => (await import('./seed.ts')).seed,
  start: async () => (await import('./start.ts')).start,
  user: async () => (await import('./user.ts')).user,
  verify: async () => (await import('./verify.ts')).verify,
}

const DONE = 0
const REFUSED = 1
const WRONG_USE = 2

async function listCommands(): Promise<string> {
  const lines: string[] = []
  for (const [name, load] of Object.entries(COMMANDS))
    lines.push(`  ${name.padEnd(11)} ${(await load()).summary}`)
  return `Cách dùng: npm run -s hub -- LỆNH … [--json]\n${lines.join('\n')}`
}

/** Where a command prints; each resolves when the line is written. */
export interface CommandOutput {
  out: (line: string) => Promise<void>
  err: (line: string) => Promise<void>
}

/** Carries out what was typed after the program's name. @returns the code the process ends with */
export async function runCommand(args: readonly string[], print: CommandOutput): Promise<number> {
  const [name = '', ...rest] = args
  const isJson = args.includes('--json')
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  let command: Command | undefined
  try {
    if (!load) {
      if (['--help', '-h', 'help'].includes(name)) {
        await print.out(isJson ? JSON.stringify({ usage: await listCommands() }) : await listCommands())
        return DONE
      }
      throw new WrongUseError(
        name === '' || name === '--json' ? 'Thiếu tên lệnh.' : `Không có lệnh "${name}".`,
      )
    }
    command = await load()
    if (rest.includes('--help') || rest.includes('-h')) {
      await print.out(isJson ? JSON.stringify({ usage: command.usage }) : command.usage)
      return DONE
    }
    const outcome = await command.run(rest)
    if (outcome) await print.out(isJson ? JSON.stringify(outcome.document) : outcome.text)
    return DONE
  } catch (error) {
    if (error instanceof WrongUseError) {
      const usage = command ? `Cách dùng: ${command.usage}` : await listCommands()
      await print.err(`${error.message}\n${usage}`)
      if (isJson)
        await printRefusal(new RefusedError([{ code: 'wrong-use', message: error.message }]), isJson, print)
      return WRONG_USE
    }
    const refused = refusalOf(error)
    if (!refused) await print.err(error instanceof Error ? String(error.stack) : String(error))
    await printRefusal(
      refused ?? new RefusedError([{ code: 'internal', message: 'Lệnh gặp lỗi chưa rõ. Chi tiết ở trên.' }]),
      isJson,
      print,
    )
    return REFUSED
  }
}

async function printRefusal(
  { facts, reasons }: RefusedError,
  isJson: boolean,
  print: CommandOutput,
): Promise<void> {
  if (isJson) await print.out(JSON.stringify({ ...facts, refused: reasons }))
  else await print.err(reasons.map(({ message }) => message).join('\n'))
}
