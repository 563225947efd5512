import { describe, expect, it } from 'vitest'
import { jpegSize } from './jpeg-size.ts'

const APP0 = [0xff, 0xe0, 0x00, 0x04, 0x00, 0x00]
const frame = (kind: number, height: number, width: number) => [
  0xff,
  kind,
  0x00,
  0x11,
  0x08,
  height >> 8,
  height & 0xff,
  width >> 8,
  width & 0xff,
  0x03,
]

describe('the size of a JPEG', () => {
  it.each<[string, number[], { width: number; height: number } | null]>([
    ['is in its frame', [0xff, 0xd8, ...APP0, ...frame(0xc0, 800, 600)], { width: 600, height: 800 }],
    ['is in a progressive frame', [0xff, 0xd8, ...frame(0xc2, 300, 400)], { width: 400, height: 300 }],
    [
      'is behind Huffman tables, which are no frame',
      [0xff, 0xd8, 0xff, 0xc4, 0, 3, 0, ...frame(0xc0, 5, 4)],
      { width: 4, height: 5 },
    ],
    ['is behind fill bytes', [0xff, 0xd8, 0xff, ...frame(0xc0, 5, 4)], { width: 4, height: 5 }],
    ['is none without a frame before the scan', [0xff, 0xd8, 0xff, 0xda, ...frame(0xc0, 5, 4)], null],
    ['is none of a frame of no width', [0xff, 0xd8, ...frame(0xc0, 5, 0)], null],
    ['is none where the file is cut', [0xff, 0xd8, ...frame(0xc0, 5, 4).slice(0, 6)], null],
    ['is none of other bytes', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0, 0], null],
    ['is none of nothing', [], null],
  ])('%s', (_title, bytes, size) => {
    expect(jpegSize(new Uint8Array(bytes))).toEqual(size)
  })
})
