import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { qb } from '#db/connection/query-builder.ts'
import { compareDerived } from '#db/queries/custody/rebuild-derived.ts'
import { rollAt } from '#db/queries/roll/reader.ts'
import { addHours } from '#domain/time/instant.ts'
import { SYSTEM_ACTOR } from '#hub/system-actor.ts'
import { commit, dryRun, jobEnd, listOf, sampleBytes, sampleTruth, undo, upload } from './_import-desk.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

const NOW = '2026-11-22T02:00:00.000Z'

function count(house: TestHub, table: 'person' | 'roster' | 'search_present' | 'upload'): number {
  return house.hub.read.get(qb.selectFrom(table).select((e) => e.fn.countAll<number>().as('n')))?.n ?? -1
}

describe('the old list of 400 rows', () => {
  it('goes in as its makers count it, what counts agrees with the events, nobody goes in twice, and it can be undone', async () => {
    await using house = await startTestHub({ now: NOW })
    const desk = await house.signIn('intake')
    const truth = sampleTruth(400)
    const found = await dryRun(house, desk, sampleBytes(400))
    expect(found).toMatchObject({
      rows: truth.rows,
      importable: truth.good,
      rejected: truth.refused,
      duplicates: truth.duplicates,
    })
    expect(count(house, 'person')).toBe(0)
    // Another desk makes its dry run before the first one imports.
    const second = await dryRun(house, desk, sampleBytes(400))

    const result = await commit(desk, found.uploadId)
    expect(result).toMatchObject({ isComplete: true, imported: truth.good, total: truth.good })
    expect(count(house, 'person')).toBe(truth.good)
    expect(count(house, 'roster')).toBe(truth.good)
    expect(count(house, 'search_present')).toBe(truth.good)
    expect(rollAt(house.hub.read, NOW).total.onRoll).toBe(truth.good)
    expect(compareDerived(house.hub.read)).toEqual([])

    const inHouse = { duplicates: truth.good + truth.duplicates }
    expect(await commit(desk, second.uploadId)).toMatchObject({ imported: 0, ...inHouse })
    expect(count(house, 'person')).toBe(truth.good)
    expect(count(house, 'upload')).toBe(0)
    const again = await dryRun(house, desk, sampleBytes(400))
    expect(again).toMatchObject({ importable: 0, ...inHouse, earlier: { imported: truth.good } })

    const { batchId } = result
    expect(await undo(desk, batchId)).toMatchObject({ undone: truth.good, kept: [] })
    expect(count(house, 'roster')).toBe(0)
    expect(count(house, 'search_present')).toBe(0)
    expect(count(house, 'person')).toBe(truth.good)
    expect(rollAt(house.hub.read, NOW).total.onRoll).toBe(0)
    expect(compareDerived(house.hub.read)).toEqual([])
    expect((await desk.raw('imports/undo', { batchId, reason: 'x' })).code).toBe('conflict')
    expect(house.errors).toEqual([])
  })
})

describe('the dry run', () => {
  let house: TestHub
  let desk: TestDesk
  beforeAll(async () => {
    house = await startTestHub({ now: NOW })
    desk = await house.signIn('intake')
  })
  afterAll(() => house.close())

  it('shows rows by verdict, with the two sides of a duplicate', async () => {
    const { uploadId, ...found } = await dryRun(house, desk, sampleBytes(400))
    const page = (filter: 'rejected' | 'duplicate' | 'repaired' | 'all', text = '') =>
      desk.hub.imports.rows({ uploadId, filter, text, limit: 500 })

    const rejected = await page('rejected')
    expect(rejected.total).toBe(found.rejected)
    for (const row of rejected.rows) expect(row.reasons[0]?.message).toMatch(/\.$/)

    const duplicates = await page('duplicate')
    for (const { duplicate } of duplicates.rows) {
      expect(duplicate?.of).toBeTypeOf('number')
      expect(duplicate?.fields.find((field) => field.label === 'Họ và tên')?.agrees).toBe(true)
    }
    const repaired = await page('repaired')
    expect(repaired.total).toBe(found.repaired)
    expect(repaired.rows.every((row) => row.repaired.every((cell) => cell.from !== cell.to))).toBe(true)

    const one = repaired.rows[0]
    const byRow = await page('all', String(one?.row))
    expect(byRow.rows.map((row) => row.row)).toContain(one?.row)
  })

  it('reads the sheet a person chose', async () => {
    const rows = (names: string[]) => [
      ['Full name', 'Gender'].map((value) => ({ value })),
      ...names.map((value) => [{ value }, { value: 'Nam' }]),
    ]
    const bytes = await writeXlsxFile([
      { sheet: 'Khu A', data: rows(['Lê Văn An', 'Vi Văn Bình']) },
      { sheet: 'Khu B', data: rows(['Hà Văn Cường']) },
    ]).toBuffer()
    const first = await dryRun(house, desk, bytes)
    expect([first.sheet, first.sheetNames]).toEqual(['Khu A', ['Khu A', 'Khu B']])
    const { jobId } = await desk.hub.imports.assess({ uploadId: first.uploadId, sheet: 'Khu B' })
    await jobEnd(desk, jobId)
    const second = await desk.hub.imports.assessment({ uploadId: first.uploadId })
    expect([second?.sheet, second?.headerRow]).toEqual(['Khu B', 1])
  })

  it('keeps what was never imported for two days, also when nobody sends another list', async () => {
    await upload(house, desk, await listOf([['1', 'Lê An', '1990', 'Nam']]))
    const kept = count(house, 'upload')
    expect(kept).toBeGreaterThan(0)
    await house.hub.writer.internal('removeOldUploads', SYSTEM_ACTOR, addHours(NOW, 47), {})
    expect(count(house, 'upload')).toBe(kept)
    await house.hub.writer.internal('removeOldUploads', SYSTEM_ACTOR, addHours(NOW, 49), {})
    expect(count(house, 'upload')).toBe(0)
  })

  it('runs again with the columns a person chose', async () => {
    const bytes = await listOf(
      [['Nguyễn Văn An', '1990', 'x', 'BB', '01/02/2025']],
      ['Cột thứ nhất', 'Cột thứ hai', 'Cột thứ ba', 'Cột thứ tư', 'Cột thứ năm'],
    )
    const { uploadId, headerRow, firstRows } = await dryRun(house, desk, bytes)
    expect(headerRow).toBeNull()
    expect(firstRows[1]?.[0]).toBe('Nguyễn Văn An')
    await expect(desk.hub.imports.commit({ uploadId, batchId: randomUUID() })).rejects.toMatchObject({
      code: 'invalid_input',
    })

    const fields = ['name', 'birth', 'sexMale', 'track', 'receivedOn'] as const
    const { jobId } = await desk.hub.imports.assess({
      uploadId,
      mapping: { headerRow: 1, columns: fields.map((field, column) => ({ column, field })) },
    })
    expect((await jobEnd(desk, jobId)).state).toBe('done')
    const again = await desk.hub.imports.assessment({ uploadId })
    expect(again).toMatchObject({ headerRow: 1, importable: 1, rejected: 0 })
    expect(again?.columns[0]).toMatchObject({ header: 'Cột thứ nhất', samples: ['Nguyễn Văn An'] })
  })

  it('takes a cell that begins with = as data and never as a formula', async () => {
    const bytes = await listOf([
      [1, '=HYPERLINK("http://x","An")', '1990', 'Nam', '', 'BB', '01/02/2025', 24],
      [2, '=1+1', '31/02/1990', 'Nam', '', 'BB', '01/02/2025', 24],
    ])
    const { uploadId } = await dryRun(house, desk, bytes)
    const result = await commit(desk, uploadId)
    const names = house.hub.read.all(qb.selectFrom('person').select('name')).map(({ name }) => name)
    expect(names.filter((name) => name.includes('HYPERLINK'))).toHaveLength(1)

    const answer = await fetch(`${house.url}/files/import-bad-rows?batch=${result.batchId}`, {
      headers: { cookie: desk.cookie },
    })
    const out = Buffer.from(await answer.arrayBuffer())
    const again = await dryRun(house, desk, out)
    expect(again).toMatchObject({ rows: 1, rejected: 1 })
    expect(again.columns.map((column) => column.header)).toContain('Lý do')
    const { rows } = await desk.hub.imports.rows({ uploadId: again.uploadId, filter: 'rejected' })
    expect(rows[0]?.name).toContain('=1+1')
  })

  it.each<[string, Buffer, RegExp]>([
    ['a text file named .xlsx', Buffer.from('Họ và tên\tNgày sinh\nAn\t1990\n'), /không phải bảng Excel/],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), /\.xls\b/],
    ['a broken .xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)]), /bị hỏng/],
  ])('answers %s with a sentence', async (_title, bytes, sentence) => {
    const { uploadId } = await upload(house, desk, bytes)
    const { jobId } = await desk.hub.imports.assess({ uploadId })
    const job = await jobEnd(desk, jobId)
    expect(job.state).toBe('failed')
    expect(job.problem).toMatch(sentence)
    expect(house.errors).toEqual([])
  })

  it('answers an empty sheet with a sentence', async () => {
    const { uploadId } = await upload(house, desk, await listOf([], []))
    const job = await jobEnd(desk, (await desk.hub.imports.assess({ uploadId })).jobId)
    expect(job.problem).toMatch(/không có dữ liệu/)
  })

  it('can be stopped, and leaves nothing behind', async () => {
    const { uploadId } = await upload(house, desk, sampleBytes(2000))
    const { jobId } = await desk.hub.imports.assess({ uploadId })
    await desk.hub.jobs.cancel({ id: jobId })
    expect((await jobEnd(desk, jobId)).state).toBe('cancelled')
    expect(await desk.hub.imports.assessment({ uploadId })).toBeNull()
  })
})

describe('an upload', () => {
  let house: TestHub
  beforeAll(async () => {
    house = await startTestHub({ now: NOW })
  })
  afterAll(() => house.close())

  it('of 40 MB is refused with a sentence and not kept', async () => {
    const desk = await house.signIn('intake')
    const answer = await upload(house, desk, new Uint8Array(40 * 1024 * 1024))
    expect(answer).toMatchObject({ status: 413, code: 'payload_too_large' })
    expect(answer.message).toMatch(/25 MB/)
    expect(count(house, 'upload')).toBe(0)
  })

  it('is refused to strangers, to roles without the permission and from another page', async () => {
    const bytes = sampleBytes(400)
    expect((await upload(house, house.anonymous, bytes)).code).toBe('not_signed_in')
    const zone = await house.signIn('zone')
    expect((await upload(house, zone, bytes)).code).toBe('forbidden')
    expect((await zone.raw('imports/batches')).code).toBe('forbidden')
    const intake = await house.signIn('intake')
    const foreign = { origin: 'http://evil.example' }
    expect((await upload(house, intake, bytes, { headers: foreign })).code).toBe('forbidden')
    const taken = await fetch(`${house.url}/files/import-bad-rows?batch=${randomUUID()}`, {
      headers: { cookie: zone.cookie },
    })
    expect(taken.status).toBe(403)
  })
})

describe('an import', () => {
  it('of 2,000 rows, stopped half-way, keeps whole people, says so and goes on where it stopped', async () => {
    await using house = await startTestHub({ now: NOW })
    const desk = await house.signIn('intake')
    const truth = sampleTruth(2000)
    const { uploadId, ...found } = await dryRun(house, desk, sampleBytes(2000))
    expect(found).toMatchObject({
      rows: truth.rows,
      importable: truth.good,
      rejected: truth.refused,
      duplicates: truth.duplicates,
    })
    const batchId = randomUUID()
    const { jobId } = await desk.hub.imports.commit({ uploadId, batchId })
    expect(await desk.hub.imports.commit({ uploadId, batchId })).toEqual({ jobId })
    while ((await desk.hub.jobs.get({ id: jobId })).done < 50) await new Promise((r) => setTimeout(r, 5))
    await desk.hub.jobs.cancel({ id: jobId })
    const stopped = (await jobEnd(desk, jobId)).result as { isComplete: boolean; imported: number }
    expect(stopped.isComplete).toBe(false)
    expect(stopped.imported).toBeGreaterThanOrEqual(50)
    expect(stopped.imported).toBeLessThan(truth.good)
    expect(count(house, 'roster')).toBe(stopped.imported)
    const { batches } = await desk.hub.imports.batches({})
    expect(batches).toMatchObject([{ state: 'stopped', imported: stopped.imported }])

    expect(await commit(desk, uploadId, batchId)).toMatchObject({ isComplete: true, imported: truth.good })
    expect(count(house, 'person')).toBe(truth.good)
    expect(count(house, 'roster')).toBe(truth.good)
    expect(rollAt(house.hub.read, NOW).total.onRoll).toBe(truth.good)
    expect(compareDerived(house.hub.read)).toEqual([])
  }, 60_000)

  it('is undone but for the people others have worked on since', async () => {
    await using house = await startTestHub({ now: NOW })
    const desk = await house.signIn('intake')
    const bytes = await listOf([
      [1, 'Nguyễn Văn An', '05/03/1990', 'Nam', '020090012345', 'Bắt buộc', '01/02/2025', 24],
      [2, 'Hứa Thị Hường', '19/08/2001', 'Nữ', '020301004567', 'Bắt buộc', '01/02/2025', 24],
      [3, 'Lộc Văn Đức', '05/03/1991', 'Nam', '020091012346', 'Bắt buộc', '01/02/2025', 24],
      [4, 'Nông Văn Bình', '05/03/1992', 'Nam', '020092012347', 'Bắt buộc', '01/02/2025', 24],
    ])
    const { uploadId } = await dryRun(house, desk, bytes)
    const { batchId } = await commit(desk, uploadId)
    const rowOf = (name: string) =>
      house.hub.read.get(qb.selectFrom('roster').select(['stay_id', 'person_id']).where('name', '=', name))
    const stay = rowOf('Hứa Thị Hường')
    const marked = rowOf('Lộc Văn Đức')?.person_id ?? ''
    await desk.hub.dossier.addMark({
      id: randomUUID(),
      personId: marked,
      kind: 'scar',
      place: 'tay trái',
      description: null,
    })
    await desk.hub.people.get({ id: rowOf('Nông Văn Bình')?.person_id ?? '' })
    const director = await house.signIn('director')
    await director.hub.custody.record({
      id: randomUUID(),
      stayId: stay?.stay_id ?? '',
      at: '2026-11-20T02:00:00.000Z',
      act: { kind: 'left', facts: { outKind: 'hospital' } },
    })
    const result = await undo(desk, batchId)
    expect(result.undone).toBe(2)
    const kept = new Map(result.kept.map((person) => [person.personId, person.why]))
    expect(kept.size).toBe(2)
    expect(kept.get(stay?.person_id ?? '')).toMatch(/Ra ngoài/)
    expect(kept.get(marked)).toMatch(/Ghi đặc điểm nhận dạng/)
    expect(count(house, 'roster')).toBe(2)
    expect(compareDerived(house.hub.read)).toEqual([])
  })
})

describe('a parked row', () => {
  async function parkedHouse() {
    const house = await startTestHub({ now: NOW })
    const desk = await house.signIn('intake')
    const an = ['Nguyễn Văn An', '05/03/1990', 'Nam', '020090012345', 'Bắt buộc', '01/02/2025', 24]
    const bytes = await listOf([
      [1, ...an],
      [2, ...an],
      [3, ...an],
    ])
    const { uploadId } = await dryRun(house, desk, bytes)
    const { batchId } = await commit(desk, uploadId)
    return { house, desk, batchId }
  }

  it('shows the person it may be, is decided once, and the second to decide is told who was first', async () => {
    const { house, desk, batchId } = await parkedHouse()
    await using _closing = house
    const parked = await desk.hub.imports.batchRows({ batchId, verdict: 'duplicate' })
    expect(parked.rows.map(({ row, decision }) => [row, decision])).toEqual([
      [3, null],
      [4, null],
    ])
    expect(parked.rows[0]?.duplicate?.fields.every((field) => field.agrees)).toBe(true)

    expect(await desk.hub.imports.decide({ batchId, row: 3, decision: 'same' })).toMatchObject({
      decision: 'same',
      personId: null,
    })
    expect(count(house, 'person')).toBe(1)
    const late = await desk.raw('imports/decide', { batchId, row: 3, decision: 'different' })
    expect(late.code).toBe('conflict')
    expect(late.text).toMatch(/đã chọn/)

    const other = await desk.hub.imports.decide({ batchId, row: 4, decision: 'different' })
    expect(other.personId).not.toBeNull()
    expect(count(house, 'person')).toBe(2)
    expect((await desk.hub.imports.batches({})).batches[0]).toMatchObject({ imported: 2, undecided: 0 })
    expect(await undo(desk, batchId)).toMatchObject({ undone: 2 })
    expect(compareDerived(house.hub.read)).toEqual([])
  })

  it('gives nobody a second stay while the first one runs', async () => {
    const { house, desk, batchId } = await parkedHouse()
    await using _closing = house
    const refused = await desk.raw('imports/decide', { batchId, row: 3, decision: 'new-stay' })
    expect(refused.code).toBe('rule_violated')
    expect(refused.text).toMatch(/đang có trong danh sách/)
    expect(count(house, 'person')).toBe(1)
    const { rows } = await desk.hub.imports.batchRows({ batchId, verdict: 'duplicate' })
    expect(rows[0]?.decision).toBeNull()
  })
})
