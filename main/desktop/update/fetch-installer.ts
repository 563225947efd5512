import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { ReleaseFile } from '#domain/releases/manifest.ts'
import { isInstaller } from '#hub/releases/installer-file.ts'

/** The file the hub gave is not the one that was signed. */
export class WrongInstaller extends Error {
  override readonly name = 'WrongInstaller'
}

/** The file did not come whole; what came is kept to go on with. */
class InstallerCut extends Error {
  override readonly name = 'InstallerCut'
}

interface FetchInstaller {
  folder: string
  file: ReleaseFile
  /** The answer that carries the file from this byte on. */
  from: (start: number) => Promise<Response>
  progress: (bytes: number) => void
}

/**
 * Brings an installer into the folder, going on where an earlier try stopped, and hashes it before it gets its name.
 * @throws WrongInstaller another file, a longer one, an answer that leads elsewhere; InstallerCut
 */
export async function fetchInstaller({ folder, file, from, progress }: FetchInstaller): Promise<string> {
  const path = join(folder, file.name)
  if (await isInstaller(path, file)) return path
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Named by what it will be: parts of another release of the same name are never mixed in.
  const part = join(folder, `${file.sha512.slice(0, 32)}.part`)
  const there = statSync(part, { throwIfNoEntry: false })?.size ?? 0
  if (there < file.size) await fill(part, there, file.size, from, progress)
  if (!(await isInstaller(part, file))) {
    await rm(part, { force: true })
    throw new WrongInstaller(file.name)
  }
  await rename(part, path)
  return path
}

async function fill(
  part: string,
  there: number,
  size: number,
  from: FetchInstaller['from'],
  progress: (bytes: number) => void,
): Promise<void> {
  const answer = await from(there)
  const start = startOf(answer, there, size)
  if (start === undefined) {
    await answer.body?.cancel()
    throw answer.status >= 300 && answer.status < 400
      ? new WrongInstaller(`the hub answered ${answer.status}`)
      : new InstallerCut(`the hub answered ${answer.status}`)
  }
  await using handle = await open(part, start === 0 ? 'w' : 'a', 0o600)
  const received = await pour(answer, handle, start, size, progress).catch(async (error: unknown) => {
    await handle.sync()
    throw error
  })
  await handle.sync()
  if (received > size) {
    await rm(part, { force: true })
    throw new WrongInstaller('longer than signed')
  }
  if (received < size) throw new InstallerCut(`${received} of ${size} bytes`)
}

/** Where the bytes of the answer begin; undefined for an answer that carries no part of the file. */
function startOf(answer: Response, asked: number, size: number): number | undefined {
  if (answer.status === 200) return 0
  if (answer.status !== 206) return undefined
  return answer.headers.get('content-range') === `bytes ${asked}-${size - 1}/${size}` ? asked : undefined
}

/** Writes what comes, but never more than was signed. Returns how long the file would be. */
async function pour(
  answer: Response,
  handle: FileHandle,
  start: number,
  size: number,
  progress: (bytes: number) => void,
): Promise<number> {
  let received = start
  if (!answer.body) return received
  try {
    for await (const bytes of answer.body) {
      received += bytes.length
      if (received > size) return received
      await handle.appendFile(bytes)
      progress(received)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error
    throw new InstallerCut('the connection ended', { cause: error })
  }
  return received
}
