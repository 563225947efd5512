import { expect, it } from 'vitest'
import { deskMediaType } from './desk-files.ts'

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

it.each([
  ['photo', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ['photo', 'RIFF\x10\x00\x00\x00WEBPVP8 ', 'image/webp'],
  ['photo', 'RIFF\x10\x00\x00\x00WAVEfmt ', undefined],
  ['photo', '%PDF-1.7', undefined],
  ['scan', '%PDF-1.7', 'application/pdf'],
  ['scan', '\x89PNG\r\n', undefined],
  ['scan', '<svg onload=alert(1)>', undefined],
  ['scan', 'MZ', undefined],
  ['scan', '', undefined],
] as const)('a %s beginning %j is %s', (kind, text, mediaType) => {
  expect(deskMediaType(kind, bytes(text))).toBe(mediaType)
})
