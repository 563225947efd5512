// Draws the icons of the program from renderer/icon.svg into main/desktop/resources: `node scripts/icons.ts`.
// Needed only when the drawing changes; what it makes is kept with the sources.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from './find-chromium.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const resources = join(root, 'main/desktop/resources')
const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512]
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 256]
const ICO_HEADER_BYTES = 6
const ICO_ENTRY_BYTES = 16

/** An .ico of PNG images, as Windows has read them since Vista. */
function icoOf(images: readonly { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER_BYTES + images.length * ICO_ENTRY_BYTES)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(images.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of images.entries()) {
    const entry = ICO_HEADER_BYTES + index * ICO_ENTRY_BYTES
    // 0 stands for 256.
    header.writeUInt8(size % 256, entry)
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4)
    header.writeUInt16LE(32, entry + 6)
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)])
}

const executablePath = findChromium()
if (executablePath === undefined) throw new Error('no Chromium to draw with')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage()
const svg = readFileSync(join(root, 'renderer/icon.svg'), 'utf8')
const drawn = new Map<number, Buffer>()
for (const size of new Set([...LINUX_SIZES, ...WINDOWS_SIZES])) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  drawn.set(size, await page.screenshot({ omitBackground: true }))
}
await browser.close()

const imagesOf = (sizes: readonly number[]) =>
  sizes.map((size) => ({ size, png: drawn.get(size) ?? Buffer.alloc(0) }))
mkdirSync(join(resources, 'icons'), { recursive: true })
for (const { size, png } of imagesOf(LINUX_SIZES))
  writeFileSync(join(resources, 'icons', `${size}x${size}.png`), png)
writeFileSync(join(resources, 'icon.ico'), icoOf(imagesOf(WINDOWS_SIZES)))
