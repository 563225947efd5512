import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeskStore } from '../../main/desktop/link/desk-store.ts'
import { KeptDrafts } from '../../main/desktop/link/kept-drafts.ts'
import { fakeIdentity, pairedDesk } from './_fake-hub.ts'
import { testSealer } from './_sealer.ts'

const NOW = '2026-11-22T01:00:00.000Z'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'neo-ve-desk-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Everything in the folder, temporary files included. */
function everyByte(): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
}

/** Every way a text may lie in a file. */
function spellings(text: string): Buffer[] {
  return [text, text.normalize('NFD'), text.toUpperCase()].flatMap((spelling) => [
    Buffer.from(spelling, 'utf8'),
    Buffer.from(spelling, 'utf16le'),
    Buffer.from(spelling, 'utf16le').swap16(),
    Buffer.from(
      JSON.stringify(spelling)
        .slice(1, -1)
        .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`),
    ),
  ])
}

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đặng']
const CANARIES = Array.from(
  { length: 50 },
  (_, index) => `${SURNAMES[index % 5]} Kiểm Thử ${index * 7919 + 100_003}`,
)

describe('what a desk keeps on its disk', () => {
  it('holds none of 50 names typed on it in clear, while kept, changed and after', async () => {
    const drafts = new KeptDrafts(folder, testSealer(), () => NOW)
    const found: Buffer[] = []
    for (const [index, name] of CANARIES.entries()) {
      await drafts.keep({ owner: 'u1', form: `intake:${index}`, value: { name } })
      const bytes = everyByte()
      found.push(...CANARIES.flatMap(spellings).filter((text) => bytes.includes(text)))
    }
    expect(found).toEqual([])
    expect(everyByte().length).toBeGreaterThan(CANARIES.join().length)
    for (const index of CANARIES.keys()) await drafts.drop({ owner: 'u1', form: `intake:${index}` })
    expect(readdirSync(folder)).toEqual([])
  })

  it('would be found by this search if it were there', () => {
    writeFileSync(join(folder, 'clear'), Buffer.from('x Đặng Văn Tư'.normalize('NFD'), 'utf16le'))
    expect(spellings('Đặng Văn Tư').filter((text) => everyByte().includes(text))).not.toEqual([])
  })

  it('remembers the hub and the key of the desk, sealed', async () => {
    const sealer = testSealer()
    const paired = await pairedDesk(await fakeIdentity(), { host: '127.0.0.1', port: 7443 })
    const store = new DeskStore(folder, sealer)
    await store.setMode('desk')
    await store.setPaired(paired)
    expect(await new DeskStore(folder, sealer).read()).toEqual({ mode: 'desk', paired })
    expect(everyByte().includes('PRIVATE KEY')).toBe(false)
    await store.setPaired(null)
    expect(await store.read()).toEqual({ mode: 'desk', paired: null })
  })

  it('starts afresh from a file that another PC sealed, and keeps that file aside', async () => {
    const paired = await pairedDesk(await fakeIdentity(), { host: '127.0.0.1', port: 7443 })
    await new DeskStore(folder, testSealer()).setPaired(paired)
    expect(await new DeskStore(folder, testSealer()).read()).toEqual({ mode: 'unset', paired: null })
    expect(readdirSync(folder)).toEqual(['desk.sealed.unreadable'])
  })
})

describe('kept drafts', () => {
  it('hold the newest value of each form, in the order of keeping, for their owner alone', async () => {
    const drafts = new KeptDrafts(folder, testSealer(), () => NOW)
    await drafts.keep({ owner: 'u1', form: 'a', value: { text: 'một' } })
    await drafts.keep({ owner: 'u1', form: 'b', value: { text: 'hai' } })
    await drafts.keep({ owner: 'u2', form: 'a', value: { text: 'của người khác' } })
    await drafts.keep({ owner: 'u1', form: 'a', value: { text: 'một, sửa' } })
    expect(await drafts.list('u1')).toEqual([
      { form: 'b', value: { text: 'hai' }, keptAt: NOW },
      { form: 'a', value: { text: 'một, sửa' }, keptAt: NOW },
    ])
    await drafts.drop({ owner: 'u1', form: 'a' })
    expect((await drafts.list('u2')).map(({ value }) => value)).toEqual([{ text: 'của người khác' }])
    await drafts.wipe()
    expect(await drafts.list('u2')).toEqual([])
  })

  it('loses none of many kept at once', async () => {
    const drafts = new KeptDrafts(folder, testSealer(), () => NOW)
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        drafts.keep({ owner: 'u', form: `f${index}`, value: { index } }),
      ),
    )
    expect(await drafts.list('u')).toHaveLength(40)
  })

  it('are whole after kill -9 in the middle of keeping: the one promised last, or a later one', async () => {
    const key = Buffer.alloc(32, 7)
    const program = join(import.meta.dirname, '_keep-drafts.ts')
    for (let round = 0; round < 6; round += 1) {
      const child = spawn(process.execPath, [program, folder, key.toString('hex')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let promised = -1
      child.stdout.on('data', (part: Buffer) => {
        promised = Math.max(promised, ...part.toString().trim().split('\n').map(Number))
        if (promised >= 5 + round * 3) child.kill('SIGKILL')
      })
      await once(child, 'exit')
      const [draft] = await new KeptDrafts(folder, testSealer(key), () => NOW).list('u1')
      expect(promised).toBeGreaterThan(0)
      expect(Number(draft?.value['count'])).toBeGreaterThanOrEqual(promised)
    }
  })
})
