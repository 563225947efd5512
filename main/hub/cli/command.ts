import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Problem } from '#domain/errors.ts'

/** The command was called in a way it does not understand: exit 2. */
export class WrongUseError extends Error {
  override readonly name = 'WrongUseError'
}

/** The command understood and says no: exit 1. `facts` are printed beside the reasons. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly reasons: readonly Problem[]
  readonly facts: Readonly<Record<string, unknown>>
  constructor(reasons: readonly Problem[], facts: Readonly<Record<string, unknown>> = {}) {
    super(reasons[0]?.message ?? 'refused')
    this.reasons = reasons
    this.facts = facts
  }
}

/** A refusal for one reason. */
export function refusal(code: string, message: string): RefusedError {
  return new RefusedError([{ code, message }])
}

/** What a command did: the one JSON document, and the same for a person's eyes. */
export interface CommandOutcome {
  document: object
  text: string
}

export interface Command {
  /** Lines shown when the command is used wrongly; the first is the form of the call. */
  usage: string
  /** One line for the list of commands. */
  summary: string
  /** Undefined when the command prints for itself and ends by a signal (`start`). */
  run: (args: readonly string[]) => Promise<CommandOutcome | undefined>
}

const COMMON = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig

/** What was typed after a command's name: options by name, and the words between them. */
export interface CommandArguments<Name extends string> {
  options: Partial<Record<Name, string>>
  flags: ReadonlySet<string>
  words: readonly string[]
}

/**
 * Reads the arguments of a command: `options` take a value, `flags` none, `words` names the words without dashes,
 * all of which must be there. An empty value counts as missing.
 * @throws WrongUseError for anything unknown, missing or too much
 */
export function readArguments<Name extends string>(
  args: readonly string[],
  shape: {
    options: readonly Name[]
    required?: readonly NoInfer<Name>[]
    flags?: readonly string[]
    words?: readonly string[]
  },
): CommandArguments<Name> {
  const config: ParseArgsOptionsConfig = { ...COMMON }
  for (const name of shape.options) config[name] = { type: 'string' }
  for (const name of shape.flags ?? []) config[name] = { type: 'boolean' }
  let parsed: { values: Record<string, unknown>; positionals: string[] }
  try {
    parsed = parseArgs({ args: [...args], options: config, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUseError(describeParseError(error))
  }
  const names = shape.words ?? []
  const missing = names[parsed.positionals.length]
  if (missing !== undefined) throw new WrongUseError(`Thiếu ${missing}.`)
  const extra = parsed.positionals[names.length]
  if (extra !== undefined) throw new WrongUseError(`Không hiểu "${extra}".`)
  const options: Partial<Record<Name, string>> = {}
  for (const name of shape.options) {
    const value = parsed.values[name]
    if (typeof value === 'string' && value !== '') options[name] = value
    // A script with an empty variable must not get another answer than it asked for.
    else if (value === '' && !shape.required?.includes(name)) {
      throw new WrongUseError(`--${name} cần một giá trị.`)
    }
  }
  for (const name of shape.required ?? []) {
    if (options[name] === undefined) throw new WrongUseError(`Thiếu --${name}.`)
  }
  const flags = new Set((shape.flags ?? []).filter((name) => parsed.values[name] === true))
  return { options, flags, words: parsed.positionals }
}

function describeParseError(error: unknown): string {
  const text = error instanceof Error ? error.message : ''
  const option = /'(-{1,2}[^\s'<]+)/.exec(text)?.[1]
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Không có tùy chọn ${option ?? ''}.`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return text.includes('does not take')
      ? `${option ?? ''} không nhận giá trị.`
      : `${option ?? ''} cần một giá trị.`
  }
  return `Không hiểu các tùy chọn đã gõ.`
}
