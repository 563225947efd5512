import { hash, verify } from '@node-rs/argon2'
import { AppError } from '#domain/errors.ts'
import { normalisePassword } from '#domain/accounts/password-policy.ts'

/** Argon2id, 64 MiB, three passes: about a tenth of a second on an office PC. */
const PARAMETERS = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const

/** More at once would starve everybody else on a two-core PC. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []
/** A longer queue would only serve whoever fills it. */
const QUEUE_LIMIT = 40

async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= QUEUE_LIMIT) throw new AppError('busy')
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** The stored form of a password. */
export function hashPassword(password: string): Promise<string> {
  return limited(() => hash(normalisePassword(password), PARAMETERS))
}

/** Hash of nobody's password, so that an unknown login takes as long as a known one. */
let nobody: Promise<string> | undefined

/** True when the password is the account's. `stored` is undefined for an unknown login: same work, always false. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const against = stored ?? (await nobody)
  const matches = await limited(() => verify(against, normalisePassword(password)))
  return stored !== undefined && matches
}
