import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSealedHeader, SealedFileError } from './sealed-file.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-sealed-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it.each([
  ['no JSON', '{"installationId":'],
  ['JSON of another kind', '["a"]'],
  ['nothing', ''],
])('a header of a good hash that holds %s is refused with words', (_what, header) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(header))
  const signed = Buffer.concat([Buffer.from('NEOVE\r\n\x01', 'latin1'), length, Buffer.from(header)])
  const file = join(dir, 'la.neove')
  writeFileSync(
    file,
    Buffer.concat([signed, createHash('sha256').update(signed).digest(), Buffer.alloc(600)]),
  )
  expect(() => readSealedHeader(file)).toThrow(SealedFileError)
  expect(() => readSealedHeader(file)).toThrow('không phải bản sao lưu niêm phong')
})
