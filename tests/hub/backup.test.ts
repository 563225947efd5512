import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import type { JobView } from '#domain/contract/jobs.ts'
import { verifyDatabase } from '#hub/verify-database.ts'
import { openFeed } from './_feed.ts'
import { startTestHub, TEST_CENTRE, type TestDesk } from './_test-hub.ts'

async function finished(desk: TestDesk, id: string): Promise<JobView> {
  for (;;) {
    const job = await desk.hub.jobs.get({ id })
    if (job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function takeBackup(desk: TestDesk): Promise<JobView> {
  const { jobId } = await desk.hub.backup.take({})
  return finished(desk, jobId)
}

describe('a backup taken now', () => {
  it('under load opens, verifies, and holds every write that was acknowledged before it began', async () => {
    await using house = await startTestHub()
    const administrator = await house.signIn('administrator')
    const writers = await Promise.all(Array.from({ length: 4 }, () => house.signIn('director')))
    let isStopped = false
    const acknowledged: string[] = []
    const load = writers.map(async (desk, n) => {
      for (let i = 0; !isStopped; i += 1) {
        const form = `form-${n}-${i}`
        await desk.hub.drafts.save({ form, value: { text: 'x'.repeat(2000) } })
        acknowledged.push(form)
      }
    })
    while (acknowledged.length < 100) await new Promise((resolve) => setTimeout(resolve, 5))
    const before = [...acknowledged]
    const job = await takeBackup(administrator)
    isStopped = true
    await Promise.all(load)
    expect(job).toMatchObject({ state: 'done', result: { ok: true } })

    const { folder, backups } = await administrator.hub.backup.list({})
    const [newest] = backups
    const file = join(folder, newest?.file ?? '')
    expect(newest).toMatchObject({ outcome: 'good', isPresent: true, detail: null })
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(newest?.sha256)
    const copy = openDatabase({ file, key: house.hub.key, mode: 'read' })
    expect(verifyDatabase(copy, house.hub.digestKey)).toMatchObject({ ok: true })
    const kept = new Set(copy.rows<{ form: string }>('select form from draft').map((row) => row.form))
    copy.close()
    expect(before.filter((form) => !kept.has(form))).toEqual([])
  })

  it('is encrypted: it opens with the key of the centre only, and shows nothing to who reads it', async () => {
    await using house = await startTestHub()
    const administrator = await house.signIn('administrator')
    await takeBackup(administrator)
    const { folder, backups } = await administrator.hub.backup.list({})
    const file = join(folder, backups[0]?.file ?? '')
    expect(() => openDatabase({ file, key: new Uint8Array(32), mode: 'read' })).toThrow('key')
    const bytes = readFileSync(file)
    expect(bytes.includes('SQLite format 3')).toBe(false)
    expect(bytes.includes(TEST_CENTRE)).toBe(false)
  })

  it('stands in the audit and in the figures of the machine', async () => {
    await using house = await startTestHub({ now: '2026-11-22T01:00:00.000Z' })
    const administrator = await house.signIn('administrator')
    const missing = await administrator.hub.health.get({})
    expect(missing.lastGoodBackupAt).toBeNull()
    // Nobody hears the feed yet; the desk that asks is there all the same.
    expect(missing.desks.map(({ isConnected }) => isConnected)).toContain(true)
    expect(missing.checks.find((check) => check.code === 'backup')?.ok).toBe(false)
    await takeBackup(administrator)
    const { lines } = await administrator.hub.audit.technical({})
    expect(lines[0]).toMatchObject({ action: 'backup.taken', facts: { outcome: 'good' } })
    const health = await administrator.hub.health.get({})
    expect(health.lastGoodBackupAt).toBe('2026-11-22T01:00:00.000Z')
    // What is left to do is the sheet of paper and a place for sealed copies.
    const open = health.checks.filter((check) => !check.ok).map(({ code }) => code)
    // How full the disk of this machine is says nothing of the hub.
    expect(open.filter((code) => code !== 'disk')).toEqual(['recovery-sheet', 'backup-place'])
  })

  it('tells its steps on the feed, and other desks when it is there', async () => {
    await using house = await startTestHub()
    const administrator = await house.signIn('administrator')
    const director = await house.signIn('director')
    await using feed = await openFeed(director)
    const { jobId } = await administrator.hub.backup.take({})
    await feed.hear((event) => event.type === 'job' && event.id === jobId && event.state === 'done')
    await feed.hear((event) => event.type === 'change' && event.topic === 'backup')
    expect((await administrator.hub.jobs.get({ id: jobId })).state).toBe('done')
  })

  it('taken twice in one second are two files', async () => {
    await using house = await startTestHub({ now: '2026-11-22T01:00:00.000Z' })
    const administrator = await house.signIn('administrator')
    const jobs = await Promise.all([takeBackup(administrator), takeBackup(administrator)])
    expect(jobs.map((job) => job.state)).toEqual(['done', 'done'])
    const { folder, backups } = await administrator.hub.backup.list({})
    expect(new Set(backups.map((backup) => backup.file)).size).toBe(2)
    expect(readdirSync(folder).toSorted()).toEqual(backups.map((backup) => backup.file).toSorted())
  })

  it('stopped on the way leaves nothing behind', async () => {
    await using house = await startTestHub()
    const administrator = await house.signIn('administrator')
    const { jobId } = await administrator.hub.backup.take({})
    await administrator.hub.jobs.cancel({ id: jobId })
    expect((await finished(administrator, jobId)).state).toBe('cancelled')
    const { folder, backups } = await administrator.hub.backup.list({})
    expect(backups).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })

  it('says so when its file is no longer there', async () => {
    await using house = await startTestHub()
    const administrator = await house.signIn('administrator')
    await takeBackup(administrator)
    const { folder, backups } = await administrator.hub.backup.list({})
    rmSync(join(folder, backups[0]?.file ?? ''))
    expect(existsSync(folder)).toBe(true)
    const { backups: after } = await administrator.hub.backup.list({})
    expect(after[0]).toMatchObject({ isPresent: false, outcome: 'good' })
  })
})

describe('the feed', () => {
  it('tells another desk of a change within a second, its kind and id and nothing of its content', async () => {
    await using house = await startTestHub()
    const director = await house.signIn('director', { name: 'Trần Quốc Bảo' })
    const other = await house.signIn('zone')
    await using feed = await openFeed(other)
    const started = performance.now()
    await director.hub.centre.addProfile({
      id: randomUUID(),
      validFrom: '2027-01-01',
      name: 'Tên mới của cơ sở',
      headTitle: 'Giám đốc',
    })
    const heard = await feed.hear((event) => event.type === 'change' && event.topic === 'centre')
    expect(performance.now() - started).toBeLessThan(1000)
    expect(heard).toMatchObject({ by: 'Trần Quốc Bảo' })
    expect(JSON.stringify(heard)).not.toContain('Tên mới')
  })

  it('gives a desk back from a cut what it missed, in order', async () => {
    await using house = await startTestHub()
    const director = await house.signIn('director')
    const desk = await house.signIn('zone')
    const since = house.hub.feed.lastSeq
    const days = ['2031-05-01', '2031-05-02', '2031-05-03']
    for (const day of days) {
      await director.hub.centre.setHoliday({
        day,
        kind: 'day-off',
        name: 'Nghỉ',
        source: 'TB',
        version: null,
      })
    }
    await using feed = await openFeed(desk, since)
    await feed.hear((event) => event.type === 'change' && event.id === days[2])
    const missed = feed.events.filter((event) => event.type === 'change')
    expect(missed.map((event) => event.id)).toEqual(days)
  })

  it('tells a desk that was away across a restart to ask for everything again', async () => {
    await using house = await startTestHub()
    const director = await house.signIn('director')
    const since = house.hub.feed.lastSeq
    await director.hub.centre.setHoliday({
      day: '2031-05-01',
      kind: 'day-off',
      name: 'Nghỉ',
      source: 'TB',
      version: null,
    })
    await house.restart()
    const desk = await house.signIn('zone')
    await using feed = await openFeed(desk, since)
    expect(await feed.hear((event) => event.type === 'resync')).toMatchObject({ type: 'resync' })
  })
})
