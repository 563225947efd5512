import { copyFileSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WriteDb } from '#db/connection/handles.ts'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { verifyChain } from '#db/queries/audit/chain.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { ACTION_LABELS, actionLabel, actorLabel, factsText } from '#domain/audit/action-labels.ts'
import { PERMISSIONS } from '#domain/permissions/permissions.ts'
import type { JobView } from '#domain/contract/jobs.ts'
import { recordViews } from '#hub/audit/writes.ts'
import { runWrite } from '#hub/storage/run-write.ts'
import { SYSTEM_ACTOR } from '#hub/system-actor.ts'
import type { WriteContext } from '#hub/use-case.ts'
import { startTestHub, TEST_PASSWORD, type TestDesk, type TestHub } from './_test-hub.ts'

const NOW = '2026-11-22T01:00:00.000Z'
const ENTRIES = 400
const EDITS = 1000

/** Numbers that follow from a seed alone, so that a failing edit can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A copy of the hub's database in which the audit may be edited, as somebody with the key and bad intent would. */
function openForged(house: TestHub): Connection {
  const file = join(house.dir, 'forged.db')
  house.hub.read.pluck('select 1')
  const source = openDatabase({ file: house.hub.folder.database, key: house.hub.key, mode: 'write' })
  source.exec('pragma wal_checkpoint(truncate)')
  source.close()
  copyFileSync(house.hub.folder.database, file)
  const forged = openDatabase({ file, key: house.hub.key, mode: 'write' })
  for (const { name } of forged.rows<{ name: string }>(
    `select name from sqlite_master where type = 'trigger'`,
  )) {
    forged.exec(`drop trigger "${name}"`)
  }
  forged.exec('pragma foreign_keys = off')
  return forged
}

type Edit = (db: Connection, any: (below: number) => number) => string

/** Ways to lie in the chain; each leaves the tables as SQLite accepts them. */
const EDIT_KINDS: Record<string, Edit> = {
  'a changed column': (db, any) => {
    const column = ['at', 'actor', 'action', 'body', 'prev_hash', 'hash'][any(6)] ?? 'at'
    const seq = 1 + any(ENTRIES)
    db.exec(
      column === 'body'
        ? `update audit_entry set body = json_insert(body, '$.facts.forged', 1) where seq = ${seq}`
        : `update audit_entry set ${column} = ${column} || 'x' where seq = ${seq}`,
    )
    return `${column} of ${seq}`
  },
  'a changed subject': (db, any) => {
    const seq = 1 + any(ENTRIES)
    db.exec(`update audit_entry set subject_id = 'forged', person_id = 'forged' where seq = ${seq}`)
    return `subject of ${seq}`
  },
  'a removed entry': (db, any) => {
    const seq = 1 + any(ENTRIES)
    db.exec(`delete from audit_entry where seq = ${seq}`)
    return `without ${seq}`
  },
  'a cut end': (db, any) => {
    const seq = 1 + any(ENTRIES)
    db.exec(`delete from field_change where audit_seq >= ${seq}`)
    db.exec(`delete from audit_entry where seq >= ${seq}`)
    return `without ${seq} and later`
  },
  'a removed entry with the gap closed': (db, any) => {
    const seq = 1 + any(ENTRIES)
    db.exec(`delete from audit_entry where seq = ${seq}`)
    db.exec(`update audit_entry set seq = -(seq - 1) where seq > ${seq}`)
    db.exec('update audit_entry set seq = -seq where seq < 0')
    return `closed over ${seq}`
  },
  'an inserted entry': (db, any) => {
    const seq = 2 + any(ENTRIES - 2)
    db.exec(`update audit_entry set seq = -(seq + 1) where seq >= ${seq}`)
    db.exec('update audit_entry set seq = -seq where seq < 0')
    db.exec(
      `insert into audit_entry select ${seq}, at, actor, action, subject_kind, subject_id, person_id, body, prev_hash, hash from audit_entry where seq = ${seq - 1}`,
    )
    return `inserted at ${seq}`
  },
  'an entry appended with made-up hashes': (db) => {
    db.exec(
      `insert into audit_entry select seq + 1, at, actor, action, subject_kind, subject_id, person_id, body, hash, '${'ab'.repeat(32)}' from audit_entry order by seq desc limit 1`,
    )
    return 'appended'
  },
  'two entries that changed places': (db, any) => {
    const one = 1 + any(ENTRIES)
    const step = 1 + any(ENTRIES - 1)
    const other = 1 + ((one - 1 + step) % ENTRIES)
    db.exec(`update audit_entry set seq = -1 where seq = ${one}`)
    db.exec(`update audit_entry set seq = ${one} where seq = ${other}`)
    db.exec(`update audit_entry set seq = ${other} where seq = -1`)
    return `${one} and ${other} swapped`
  },
  'a changed value of a field': (db, any) => {
    const fields = db.rows<{ audit_seq: number; position: number }>(
      'select audit_seq, position from field_change order by audit_seq, position',
    )
    const field = fields[any(fields.length)]
    const column = ['before', 'after', 'field', 'entity_id'][any(4)] ?? 'after'
    db.exec(
      `update field_change set ${column} = coalesce(${column}, '') || 'x' where audit_seq = ${field?.audit_seq} and position = ${field?.position}`,
    )
    return `${column} of field ${field?.audit_seq}.${field?.position}`
  },
  'a removed value of a field': (db, any) => {
    const fields = db.rows<{ audit_seq: number; position: number }>(
      'select audit_seq, position from field_change order by audit_seq, position',
    )
    const field = fields[any(fields.length)]
    db.exec(
      `delete from field_change where audit_seq = ${field?.audit_seq} and position = ${field?.position}`,
    )
    return `without field ${field?.audit_seq}.${field?.position}`
  },
  'a value of a field that was never entered': (db, any) => {
    const seq = 1 + any(ENTRIES)
    db.exec(
      `insert into field_change (audit_seq, position, entity, entity_id, field, before, after) values (${seq}, 99, 'person', 'p', 'name', 'a', 'b')`,
    )
    return `added field to ${seq}`
  },
}

describe('the chain', () => {
  let house: TestHub
  let forged: Connection

  beforeAll(async () => {
    house = await startTestHub({ now: NOW })
    const { hub } = house
    const before = Number(hub.read.pluck('select max(seq) from audit_entry'))
    await hub.writer.internal('recordViews', SYSTEM_ACTOR, NOW, {
      views: Array.from({ length: ENTRIES - before - 60 }, (_, n) => ({
        personId: `person-${n}`,
        action: 'person.viewed',
        desk: 'Máy thử',
      })),
    })
    const administrator = await house.signInAs('quantri')
    await administrator.hub.auth.stepUp({ password: TEST_PASSWORD })
    for (let version = 1; version <= 58; version += 1) {
      await administrator.hub.users.change({
        id: administrator.userId ?? '',
        version,
        name: `Lê Minh Tuấn ${version}`,
        roles: ['administrator'],
      })
    }
    forged = openForged(house)
  })
  afterAll(async () => {
    forged.close()
    await house.close()
  })

  it('is whole when nobody touched it', () => {
    const result = verifyChain(forged, house.hub.digestKey)
    expect(result.faults).toEqual([])
    expect(result.length).toBe(ENTRIES)
  })

  it(`shows ${EDITS} random edits of every kind, each by itself`, () => {
    const any = seeded(20261122)
    const kinds = Object.entries(EDIT_KINDS)
    const missed: string[] = []
    for (let n = 0; n < EDITS; n += 1) {
      const [kind, edit] = kinds[n % kinds.length] ?? []
      forged.exec('begin')
      const what = edit?.(forged, any)
      if (verifyChain(forged, house.hub.digestKey).faults.length === 0) missed.push(`${kind}: ${what}`)
      forged.exec('rollback')
    }
    expect(missed).toEqual([])
    expect(verifyChain(forged, house.hub.digestKey).faults).toEqual([])
  })

  it('shows that everything is gone, also the head', () => {
    forged.exec('begin')
    forged.exec('delete from field_change')
    forged.exec('delete from audit_entry')
    forged.exec('delete from audit_head')
    expect(verifyChain(forged, house.hub.digestKey).faults).toEqual([{ seq: 1, kind: 'missing' }])
    forged.exec('rollback')
  })

  it('names the entry that was changed', () => {
    forged.exec('begin')
    forged.exec(`update audit_entry set actor = 'user:somebody-else' where seq = 77`)
    expect(verifyChain(forged, house.hub.digestKey).faults).toEqual([{ seq: 77, kind: 'changed' }])
    forged.exec('rollback')
  })

  it('shows a body that is no text of the hub at all instead of giving up', () => {
    forged.exec('begin')
    forged.exec('pragma ignore_check_constraints = on')
    forged.exec(`update audit_entry set body = '{broken' where seq = 78`)
    expect(verifyChain(forged, house.hub.digestKey).faults).toContainEqual({ seq: 78, kind: 'changed' })
    forged.exec('rollback')
    forged.exec('pragma ignore_check_constraints = off')
  })

  it('refuses to be changed or deleted through the hub’s own tables', () => {
    const connection = openDatabase({ file: house.hub.folder.database, key: house.hub.key, mode: 'write' })
    expect(() => connection.exec(`update audit_entry set actor = 'x' where seq = 1`)).toThrow('append-only')
    expect(() => connection.exec('delete from audit_entry where seq = 1')).toThrow('append-only')
    connection.close()
  })

  it('holds field names only: values stand beside it under a keyed digest', () => {
    const bodies = forged.rows<{ body: string }>(`select body from audit_entry where action = 'user.changed'`)
    expect(JSON.stringify(bodies)).toContain('user.name')
    expect(JSON.stringify(bodies)).not.toContain('Lê Minh Tuấn')
  })

  it('takes nothing of a write that was refused', async () => {
    const before = house.hub.read.pluck('select count(*) from audit_entry')
    const desk = await house.signInAs('quantri')
    const after = Number(before) + 1
    await desk.raw('centre/removeHoliday', { day: '2026-01-01', version: 99 })
    expect(house.hub.read.pluck('select count(*) from audit_entry')).toBe(after)
  })

  it('holds with a value that no file can keep as it was sent', () => {
    forged.exec('begin')
    runWrite(forged, house.hub.digestKey, {
      useCase: 'test.halfLetter',
      run: (_db: WriteDb, context: WriteContext) => {
        const field = { entity: 'person', entityId: 'p', personId: 'p', field: 'note' }
        context.audit({
          action: 'person.changed',
          subject: { kind: 'person', id: 'p' },
          personId: 'p',
          facts: {},
          fields: [{ ...field, before: 'a\ud800', after: '\udc00b\u0000' }],
        })
      },
      actor: SYSTEM_ACTOR,
      now: NOW,
      input: {},
      key: null,
      requestHash: '',
    })
    expect(verifyChain(forged, house.hub.digestKey)).toMatchObject({ length: ENTRIES + 1, faults: [] })
    forged.exec('rollback')
  })

  it('takes entry and change together or not at all', () => {
    forged.exec('begin')
    const call = {
      useCase: 'internal.recordViews',
      run: recordViews,
      actor: SYSTEM_ACTOR,
      now: NOW,
      input: { views: [{ personId: 'p', action: 'person.viewed', desk: '' }] },
      key: null,
      requestHash: '',
    }
    runWrite(forged, house.hub.digestKey, call)
    expect(verifyChain(forged, house.hub.digestKey)).toMatchObject({ length: ENTRIES + 1, faults: [] })
    forged.exec('rollback')
    expect(verifyChain(forged, house.hub.digestKey).length).toBe(ENTRIES)
  })
})

describe('reading the audit', () => {
  let house: TestHub
  beforeAll(async () => {
    house = await startTestHub({ now: NOW })
    await house.hub.writer.internal('recordViews', SYSTEM_ACTOR, NOW, {
      views: Array.from({ length: 230 }, (_, n) => ({
        personId: `person-${n}`,
        action: 'person.viewed',
        desk: 'Máy thử',
      })),
    })
  })
  afterAll(() => house.close())

  it('goes page by page without losing or doubling an entry', async () => {
    const director = await house.signIn('director')
    const seqs: number[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<TestDesk['hub']['audit']['list']>> = await director.hub.audit.list({
        cursor,
      })
      seqs.push(...page.lines.map((line) => line.seq))
      cursor = page.next
    } while (cursor !== null)
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, n) => seqs.length - n))
    expect(seqs.length).toBeGreaterThan(230)
  })

  it('shows the administrator no person and nothing about people', async () => {
    const administrator = await house.signIn('administrator')
    const { lines } = await administrator.hub.audit.technical({})
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter((line) => line.personId !== null || line.action.startsWith('person.'))).toEqual([])
    expect((await administrator.raw('audit/list')).code).toBe('forbidden')
  })

  it('checks everything at a word and says what it found', async () => {
    const director = await house.signIn('director')
    const { jobId } = await director.hub.audit.verify({})
    const job = await finished(director, jobId)
    expect(job).toMatchObject({
      state: 'done',
      result: { ok: true, audit: { ok: true }, foreignKeys: { ok: true } },
    })
  })

  it('keeps a work to who began it', async () => {
    const director = await house.signIn('director')
    const other = await house.signIn('director')
    const { jobId } = await director.hub.audit.verify({})
    expect((await other.raw('jobs/get', { id: jobId })).code).toBe('not_found')
    expect((await other.raw('jobs/cancel', { id: jobId })).code).toBe('not_found')
    await finished(director, jobId)
  })
})

describe('the words of the audit', () => {
  it('name no key of a program wherever a screen says who did something', async () => {
    await using house = await startTestHub()
    const keys = ['anonymous', 'system:hub', 'system:cli:root']
    expect([...actorNames(house.hub.read, keys).values()]).toEqual([
      'Chưa đăng nhập',
      'Máy chủ',
      'Dòng lệnh (root)',
    ])
  })

  it('name every action that the hub records', () => {
    const sources = globSync('{main/hub,db}/**/*.ts', { cwd: process.cwd() }).map((file) =>
      readFileSync(file, 'utf8'),
    )
    // Paths of calls and columns of tables look alike; what an action is stands after these words.
    const actions = sources.flatMap((text) =>
      [...text.matchAll(/(?:action: |tell\(context, |viewed\([\w.]+, |\? )'([a-z-]+\.[a-z-]+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    )
    expect(actions.length).toBeGreaterThan(20)
    const named = new Set([...Object.keys(ACTION_LABELS), ...PERMISSIONS])
    expect([...new Set(actions)].filter((action) => !named.has(action))).toEqual([])
  })

  it('call actors and facts by names, and leave ids and hashes out', () => {
    expect(actionLabel('custody.escaped')).toBe('Bỏ trốn')
    expect(actionLabel('unknown.code')).toBe('unknown.code')
    expect(actorLabel('system:cli:root', 'x')).toBe('Dòng lệnh (root)')
    expect(factsText({ roles: 'zone,intake', sha256: 'abc', desk: 'Máy 1', reason: 'wrong' })).toBe(
      'vai trò: Quản lý khu, Tiếp nhận · máy: Máy 1 · sai tên đăng nhập hoặc mật khẩu',
    )
  })
})

async function finished(desk: TestDesk, id: string): Promise<JobView> {
  for (;;) {
    const job = await desk.hub.jobs.get({ id })
    if (job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
