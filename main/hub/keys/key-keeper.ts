import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { DataFolderError, readKey } from '../storage/data-folder.ts'
import type { ParentLink } from './parent-link.ts'

/**
 * Where a hub has its data key from, and where a new one goes. A key is changed in two steps, so that a kill between
 * them leaves both at hand: `keepNext` before the data are put under it, `settle` after.
 */
export interface KeyKeeper {
  kind: 'file' | 'parent'
  /** Keys that may open the data, the likelier first; empty when none can be had. */
  candidates(): Promise<Uint8Array[]>
  /** Resolves when the key is durable beside the present one. */
  keepNext(key: Uint8Array): Promise<void>
  /** The data are under this key now: no other is kept. */
  settle(key: Uint8Array): Promise<void>
}

const nextFile = (keyFile: string) => `${keyFile}.next`

/** Writes a key so that a kill leaves the whole old file or the whole new one. */
function writeKeyFile(keyFile: string, key: Uint8Array): void {
  const unfinished = `${keyFile}.tmp`
  rmSync(unfinished, { force: true })
  const handle = openSync(unfinished, 'wx', 0o600)
  try {
    writeSync(handle, `${Buffer.from(key).toString('hex')}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  chmodSync(unfinished, 0o600)
  renameSync(unfinished, keyFile)
}

/** The key that was about to replace the one of a key file; null when none was. */
export function nextKeyOf(keyFile: string): Uint8Array | null {
  return keyIn(nextFile(keyFile))
}

function keyIn(file: string): Uint8Array | null {
  try {
    return readKey(file)
  } catch (error) {
    if (error instanceof DataFolderError) return null
    throw error
  }
}

/** The key in a file of mode 0600 beside the data folder. */
export function fileKeeper(keyFile: string): KeyKeeper {
  return {
    kind: 'file',
    candidates: async () =>
      [keyIn(keyFile), nextKeyOf(keyFile)].filter((key): key is Uint8Array => key !== null),
    keepNext: async (key) => writeKeyFile(nextFile(keyFile), key),
    settle: async (key) => {
      writeKeyFile(keyFile, key)
      rmSync(nextFile(keyFile), { force: true })
    },
  }
}

/** The key held by the program that started the hub. */
export function parentKeeper(link: ParentLink): KeyKeeper {
  let given: Promise<Uint8Array[]> | undefined
  return {
    kind: 'parent',
    candidates: () =>
      (given ??= link
        .receive('key')
        .then(({ hex, nextHex }) =>
          [hex, nextHex ?? null]
            .filter((text) => text !== null)
            .map((text) => Uint8Array.from(Buffer.from(text, 'hex'))),
        )),
    keepNext: async (key) => {
      const kept = link.receive('key-kept')
      link.send({ type: 'keep-key', hex: Buffer.from(key).toString('hex') })
      await kept
    },
    settle: async (key) => {
      given = Promise.resolve([key])
      link.send({ type: 'key-settled', hex: Buffer.from(key).toString('hex') })
    },
  }
}

/** Whether two keys are one. */
export function isSameKey(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(Buffer.from(b))
}
