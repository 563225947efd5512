import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { sheetLines } from '#domain/keys/recovery-sheet.ts'
import { fileKeeper, type KeyKeeper } from '#hub/keys/key-keeper.ts'
import { makeSheetPair, sealKey, sheetNumber } from '#hub/keys/sealed-key.ts'
import { runHub } from '#hub/run-hub.ts'
import { prepareDatabase } from '#hub/start-hub.ts'
import { createDataFolder, readKey, rememberSealedKey, type DataFolder } from '#hub/storage/data-folder.ts'

let dir: string
let folder: DataFolder
let key: Uint8Array
let lines: string[]
let number: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-recovery-'))
  folder = createDataFolder(join(dir, 'data'))
  key = readKey(folder.keyFile)
  prepareDatabase(folder, key)
  const pair = makeSheetPair()
  lines = sheetLines(pair.privateKey)
  number = sheetNumber(pair.publicKey)
  const db = openDatabase({ file: folder.database, key, mode: 'write' })
  db.exec(
    `insert into recovery_sheet (id, public_key, made_at, made_by, state) values ('${number}', x'${Buffer.from(pair.publicKey).toString('hex')}', '2026-11-22T01:00:00.000Z', 'Q', 'active')`,
  )
  db.close()
  rememberSealedKey(folder, sealKey(key, pair.publicKey))
})

afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** A hub run as the start command does; `next` is what it says next. */
function run(keeper: KeyKeeper) {
  const said: [string, string][] = []
  const waiting: ((line: [string, string]) => void)[] = []
  let end: () => void = () => {}
  const stop = new Promise<void>((resolve) => {
    end = resolve
  })
  const ended = runHub({
    config: { folder, port: 0, rendererDir: null, log: { info: () => {}, error: () => {} } },
    keeper,
    tell: (state, url) => {
      const first = waiting.shift()
      if (first) first([state, url])
      else said.push([state, url])
    },
    stop,
  })
  const next = () =>
    new Promise<[string, string]>((resolve) => {
      const line = said.shift()
      if (line) resolve(line)
      else waiting.push(resolve)
    })
  return { next, ended, stop: () => (end(), ended) }
}

const post = async (url: string, path: string, json: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${url}/rpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ json }),
  })
  const body = (await answer.json()) as { json: Record<string, unknown> }
  return { status: answer.status, ...body.json }
}

describe('a hub whose key is gone', () => {
  it('asks for the sheet on its page, opens the data with it, and keeps the key again', async () => {
    rmSync(folder.keyFile)
    const hub = run(fileKeeper(folder.keyFile))
    const [state, url] = await hub.next()
    expect(state).toBe('recovery')
    expect((await fetch(`${url}/`)).status).toBe(200)
    expect(await post(url, 'waiting/state', {})).toMatchObject({ kind: 'locked', sheet: number })
    expect(await post(url, 'auth/signIn', {})).toMatchObject({ status: 503, code: 'busy' })
    const wrong = lines.with(
      2,
      (lines[2] ?? '').replace(/^./, (first) => (first === '7' ? '8' : '7')),
    )
    expect(await post(url, 'waiting/openWithSheet', { text: wrong.join('\n') })).toMatchObject({
      status: 400,
      message: expect.stringContaining('Dòng 3 sai') as string,
    })
    const other = sheetLines(makeSheetPair().privateKey).join('\n')
    expect(await post(url, 'waiting/openWithSheet', { text: other })).toMatchObject({
      message: expect.stringContaining(`Cần phiếu số ${number}`) as string,
    })
    expect(await post(url, 'waiting/openWithSheet', { text: lines.join('\n') })).toMatchObject({
      opened: true,
    })
    const [then, open] = await hub.next()
    expect([then, open]).toEqual(['ready', url])
    expect(await post(open, 'waiting/state', {})).toMatchObject({ kind: 'working' })
    expect(readKey(folder.keyFile)).toEqual(key)
    // Windows has no such mode: there every file reads as 0666.
    const mode = process.platform === 'win32' ? 0o600 : statSync(folder.keyFile).mode & 0o777
    expect(mode).toBe(0o600)
    await hub.stop()
  })

  it('gives the key back to the program that could not open its own', async () => {
    const heard: string[] = []
    const keeper: KeyKeeper = {
      kind: 'parent',
      candidates: async () => [],
      keepNext: async (next) => void heard.push(`keep ${Buffer.from(next).toString('hex')}`),
      settle: async (next) => void heard.push(`settle ${Buffer.from(next).toString('hex')}`),
    }
    const hub = run(keeper)
    const [, url] = await hub.next()
    await post(url, 'waiting/openWithSheet', { text: lines.join('\n') })
    expect((await hub.next())[0]).toBe('ready')
    const hex = Buffer.from(key).toString('hex')
    expect(heard).toEqual([`keep ${hex}`, `settle ${hex}`])
    await hub.stop()
  })

  it('is stopped while it waits, and has changed nothing', async () => {
    const before = readFileSync(folder.database)
    rmSync(folder.keyFile)
    const hub = run(fileKeeper(folder.keyFile))
    await hub.next()
    await hub.stop()
    expect(readFileSync(folder.database).equals(before)).toBe(true)
  })

  it('slows down whoever tries sheets, and hears no page but its own', async () => {
    rmSync(folder.keyFile)
    const hub = run(fileKeeper(folder.keyFile))
    const [, url] = await hub.next()
    const text = sheetLines(makeSheetPair().privateKey).join('\n')
    const codes: unknown[] = []
    for (let attempt = 0; attempt < 12; attempt += 1) {
      codes.push((await post(url, 'waiting/openWithSheet', { text })).status)
    }
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 400), 429, 429])
    expect(await post(url, 'waiting/state', {}, { origin: 'https://elsewhere.example' })).toMatchObject({
      status: 403,
    })
    await hub.stop()
  })

  it('ends with the reason when no sheet was ever confirmed', async () => {
    rememberSealedKey(folder, null)
    rmSync(folder.keyFile)
    await expect(run(fileKeeper(folder.keyFile)).ended).rejects.toMatchObject({ kind: 'key-missing' })
  })
})
