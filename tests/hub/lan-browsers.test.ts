import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { meet, pairDesk, startLanHouse, type LanHouse } from './_lan.ts'
import { TEST_PASSWORD } from './_test-hub.ts'

const WINDOWS_PAGE = '<!doctype html><title>Nẻo Về</title><div id="root"></div>'

let pages: string
let lan: LanHouse
beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'neo-ve-pages-'))
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), WINDOWS_PAGE)
  writeFileSync(join(pages, 'assets', 'main.js'), 'export {}')
  lan = await startLanHouse({ rendererDir: pages })
})
afterAll(async () => {
  await lan.house.close()
  rmSync(pages, { recursive: true, force: true })
})
beforeEach(() => lan.admin.hub.devices.setBrowsers({ allowed: true }))

/** What a browser with a key file gets. */
interface Seen {
  status: number
  text: string
}

interface KeyFile {
  pfx: Buffer
  passphrase: string
  ca: string
}

async function browserKey(name: string): Promise<KeyFile & { deviceId: string }> {
  const made = await lan.admin.hub.devices.makeBrowserKey({ name })
  return {
    deviceId: made.deviceId,
    pfx: Buffer.from(made.p12, 'base64'),
    passphrase: made.password,
    ca: made.hubCertificate,
  }
}

/** As a browser asks that trusts the hub's certificate: name and date are checked too. */
function visit(path: string, { pfx, passphrase, ca }: KeyFile): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: lan.port, path, agent: false, pfx, passphrase, ca },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece: string) => (text += piece))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

describe('browsers on the LAN', () => {
  it('are refused until an administrator allows them, and get no key before', async () => {
    await lan.admin.hub.devices.setBrowsers({ allowed: false })
    const refused = lan.admin.hub.devices.makeBrowserKey({ name: 'Phòng họp' })
    await expect(refused).rejects.toMatchObject({ code: 'rule_violated' })
    expect((await lan.admin.hub.devices.lan({})).browsers).toBe(false)
  })

  it('get the pages with the certificate of their key file, trusting the hub by its own', async () => {
    const key = await browserKey('Phòng họp')
    const page = await visit('/', key)
    expect(page.status).toBe(200)
    expect(page.text).toContain('<title>Nẻo Về</title>')
    expect((await visit('/nguoi', key)).status).toBe(200)
    expect((await visit('/assets/main.js', key)).status).toBe(200)
  })

  it('stand in the list as browsers, with an end a year on', async () => {
    const { deviceId } = await browserKey('Máy của Trưởng cơ sở')
    const { devices } = await lan.admin.hub.devices.list({})
    const line = devices.find(({ id }) => id === deviceId)
    expect(line).toMatchObject({ kind: 'browser', name: 'Máy của Trưởng cơ sở', state: 'active' })
    const days = (Date.parse(line?.expiresAt ?? '') - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(365)
  })

  it('are cut off at once when they are allowed no more, and come back when they are', async () => {
    const key = await browserKey('Phòng họp')
    const open = await meet(lan.port, { pfx: key.pfx, passphrase: key.passphrase })
    const closed = new Promise((resolve) => open.once('close', resolve))
    await lan.admin.hub.devices.setBrowsers({ allowed: false })
    await closed
    expect(await visit('/', key)).toMatchObject({ status: 403 })
    await lan.admin.hub.devices.setBrowsers({ allowed: true })
    expect((await visit('/', key)).status).toBe(200)
  })

  it('are shut out for good when revoked', async () => {
    const key = await browserKey('Phòng họp')
    const { devices } = await lan.admin.hub.devices.list({})
    const version = devices.find(({ id }) => id === key.deviceId)?.version ?? 0
    await lan.admin.hub.devices.revoke({ id: key.deviceId, version })
    expect((await visit('/', key)).status).toBe(403)
  })

  it('cannot open the key file without its password', async () => {
    const key = await browserKey('Phòng họp')
    await expect(visit('/', { ...key, passphrase: 'AAAA-AAAA-AAAA-AAAA' })).rejects.toThrow(/mac verify/i)
  })

  it('do not bring pages to desks, which have their own', async () => {
    const desk = await pairDesk(lan)
    const seen = await new Promise<number>((resolve, reject) => {
      const { key } = desk.key
      const options = {
        host: '127.0.0.1',
        port: lan.port,
        path: '/',
        agent: false,
        rejectUnauthorized: false,
      }
      const asked = request({ ...options, key, cert: desk.answer.certificate }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      asked.on('error', reject)
      asked.end()
    })
    expect(seen).toBe(404)
  })

  it('need an administrator with the password just confirmed', async () => {
    const late = await lan.house.signIn('administrator')
    const asked = late.hub.devices.makeBrowserKey({ name: 'Phòng họp' })
    await expect(asked).rejects.toMatchObject({ code: 'step_up_required' })
    await late.hub.auth.stepUp({ password: TEST_PASSWORD })
    expect((await late.hub.devices.makeBrowserKey({ name: 'Phòng họp' })).p12.length).toBeGreaterThan(500)
  })
})
