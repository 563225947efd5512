// Shows the design system with invented data under the CSP the hub sends. `node scripts/gallery.ts` builds and serves
// it; `node scripts/gallery.ts look` photographs every page in both themes and sizes into out/gallery-look, and fails
// on anything axe finds, on sideways scrolling and on anything the CSP refused.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Page } from '@playwright/test'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = join(root, 'out/gallery')
const photos = join(root, 'out/gallery-look')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
  ].join('; ')
}

async function serve(): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const asked = join(files, normalize(pathname))
    const path =
      asked.startsWith(files) && extname(asked) !== '' && existsSync(asked)
        ? asked
        : join(files, 'index.html')
    const nonce = randomBytes(16).toString('base64')
    const body = readFileSync(path)
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': policy(nonce),
    })
    response.end(extname(path) === '.html' ? body.toString().replace('__CSP_NONCE__', nonce) : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the gallery has no port')
  return { server, address: `http://127.0.0.1:${bound.port}` }
}

const PAGES = ['/', '/nguoi', '/khu', '/quan-so', '/quan-tri/co-so'] as const
/** What is seen only after a click or a key. */
const SCENES: readonly { path: string; name: string; act: (page: Page) => Promise<void> }[] = [
  {
    path: '/khu',
    name: 'hoi-truoc',
    act: (page) => page.getByRole('button', { name: 'Chuyển 3 người' }).click(),
  },
  { path: '/khu', name: 'vi-sao', act: (page) => page.getByRole('button', { name: 'vì sao' }).click() },
  {
    path: '/khu',
    name: 'cuoi-trang',
    act: async (page) => {
      await page.getByRole('button', { name: 'Bỏ trốn', exact: true }).click()
      await page.getByLabel('Lê Văn Bình nhập: 0912 345 687').check()
      await page.getByRole('button', { name: 'Xem bảng' }).click()
      await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
    },
  },
  {
    path: '/nguoi',
    name: 'chon-nhieu',
    act: async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('hương')
      await page.waitForTimeout(300)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift+ArrowDown')
      await page.getByText('Đã chọn 4 học viên').waitFor()
      await page.getByRole('button', { name: 'Chuyển 4 người' }).click()
      await page.getByRole('button', { name: 'Hoàn tác' }).waitFor()
      await page.getByRole('grid').focus()
      await page.keyboard.press('ArrowUp')
    },
  },
  {
    path: '/nguoi',
    name: 'bo-loc',
    act: async (page) => {
      await page.getByRole('button', { name: 'Khu', exact: true }).click()
      await page.getByRole('menuitemcheckbox', { name: 'Khu B' }).click()
      await page.waitForURL(/khu=/)
    },
  },
  {
    path: '/quan-tri/co-so',
    name: 'lich',
    act: async (page) => {
      await page.getByRole('button', { name: 'Mở lịch' }).first().click()
      await page.getByText('Tháng 3/1989').waitFor()
    },
  },
  {
    path: '/?offline',
    name: 'tai-khoan',
    act: (page) => page.getByRole('button', { name: /Tài khoản/ }).click(),
  },
]

const SIZES = [
  { name: '1366', width: 1366, height: 768 },
  { name: '910', width: 910, height: 512 },
] as const
const SCHEMES = ['light', 'dark'] as const

async function findings(page: Page): Promise<string[]> {
  const axe = await new AxeBuilder({ page }).analyze()
  const sideways = await page.evaluate(() => {
    const main = document.querySelector('main')
    return (
      document.documentElement.scrollWidth > window.innerWidth ||
      (main && main.scrollWidth > main.clientWidth)
    )
  })
  return [
    ...axe.violations.flatMap((violation) =>
      violation.nodes.map(
        (node) => `${violation.id}: ${node.html.slice(0, 140)} ${node.any[0]?.message ?? ''}`,
      ),
    ),
    ...(sideways ? ['scrolls sideways'] : []),
  ]
}

async function look(address: string): Promise<number> {
  mkdirSync(photos, { recursive: true })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  let found = 0
  for (const colorScheme of SCHEMES) {
    for (const { name, width, height } of SIZES) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height } })
      const page = await context.newPage()
      const noise: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text())
      })
      page.on('pageerror', (error) => noise.push(String(error)))
      const report = async (photo: string) => {
        await page.screenshot({ path: join(photos, photo) })
        for (const finding of [...(await findings(page)), ...noise.splice(0)]) {
          found += 1
          console.error(`${photo}  ${finding}`)
        }
      }
      for (const path of PAGES) {
        await page.goto(address + path)
        await page.waitForLoadState('networkidle')
        await page.evaluate(() => document.fonts.ready)
        const photo = `${path === '/' ? 'hom-nay' : path.slice(1).replaceAll('/', '-')}-${name}-${colorScheme}.png`
        await report(photo)
      }
      for (const scene of SCENES) {
        await page.goto(address + scene.path)
        await page.waitForLoadState('networkidle')
        await scene.act(page)
        await page.waitForTimeout(200)
        await report(`${scene.name}-${name}-${colorScheme}.png`)
      }
      await context.close()
    }
  }
  await browser.close()
  return found
}

const built = spawnSync(process.execPath, ['scripts/build.ts', 'gallery'], { cwd: root, stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)
const { server, address } = await serve()
if (process.argv[2] === 'look') {
  const found = await look(address)
  server.close()
  console.error(found === 0 ? `nothing found; pictures in ${photos}` : `${found} findings`)
  process.exitCode = found === 0 ? 0 : 1
} else {
  console.error(`gallery at ${address}`)
}
