import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testSealer } from '#tests/desktop/_sealer.ts'
import type { Sealer } from '../link/sealed-file.ts'
import { KeyVault } from './key-vault.ts'

const NEXT = 'b'.repeat(64)
let folder: string
let hasData: boolean
let sealer: Sealer

const vault = (by = sealer) => new KeyVault(folder, by, () => hasData)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'neo-ve-vault-'))
  hasData = false
  sealer = testSealer()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('makes a key for a folder without data, keeps it sealed, and gives it again', async () => {
  const first = await vault().held()
  expect(first.hex).toMatch(/^[0-9a-f]{64}$/)
  expect(readdirSync(folder)).toEqual(['data-key.sealed'])
  expect(readFileSync(join(folder, 'data-key.sealed')).includes(first.hex ?? '?')).toBe(false)
  expect(await vault().held()).toEqual(first)
})

it('makes up no key where there are data', async () => {
  hasData = true
  expect(await vault().held()).toEqual({ hex: null, nextHex: null })
  expect(readdirSync(folder)).toEqual([])
})

it('leaves a key that does not open where it is: the keyring may only be locked', async () => {
  const { hex } = await vault().held()
  hasData = true
  expect(await vault(testSealer()).held()).toEqual({ hex: null, nextHex: null })
  expect(await vault().held()).toEqual({ hex, nextHex: null })
})

it('keeps the next key beside the first until the data are under it', async () => {
  const { hex } = await vault().held()
  await vault().keepNext(NEXT)
  expect(await vault().held()).toEqual({ hex, nextHex: NEXT })
  await vault().settle(NEXT)
  expect(await vault().held()).toEqual({ hex: NEXT, nextHex: null })
  expect(readdirSync(folder)).toEqual(['data-key.sealed'])
})
