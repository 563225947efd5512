import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { AT, startIncidentHouse } from './_incidents.ts'
import { refusalOf } from './_lodging.ts'
import { enterPeople } from './_people.ts'
import { TEST_PASSWORD } from './_test-hub.ts'

const { test, desk, person, report, get, complete, act } = await startIncidentHouse()
afterAll(() => test.close())

describe('a first report', () => {
  it('takes its number, the version of the day, tasks and the residents in order', async () => {
    const shown = await get(await report('teacher'))
    expect(shown.number).toMatch(/^VV-2026-\d{4}$/)
    expect(shown).toMatchObject({ state: 'reported', formVersion: 2, residents: 2, isOwnReportOnly: false })
    expect(shown.who.map(({ name }) => name)).toEqual(['Hứa Văn An', 'Lý Văn Bình'])
    expect(shown.tasks.map(({ step }) => step)).toEqual(['tell-head', 'first-aid', 'minutes', 'statements'])
    expect(shown.tasks[0]?.rule).toMatchObject({ id: 'INC-17', isUnsettled: true })
  })

  it.each([
    ['a moment that has not come', { occurredAt: '2026-11-23T01:00:00.000Z' }, 'incident-future'],
    ['no place', { placeNote: '' }, 'incident-place'],
    [
      'a role the form does not know',
      { people: [{ id: randomUUID(), role: 'escaped', who: 'outsider' as const, name: 'Ai đó' }] },
      'involve-role',
    ],
  ])('is refused with %s, and leaves nothing', async (_title, change, code) => {
    const refused = await refusalOf(report('zone', change))
    expect(refused.data.problems?.[0]?.code).toBe(code)
  })

  it('waits as a draft its writer alone sees, and is numbered when handed in', async () => {
    const id = await report('zone', { submit: false })
    expect((await desk('director').raw('incidents/get', { id })).code).toBe('not_found')
    const draft = await desk('zone').hub.incidents.ownReport({ id })
    expect(draft).toMatchObject({ number: null, state: 'draft' })
    const handed = await desk('zone').hub.incidents.act({ id, version: draft.version, action: 'submit' })
    expect(handed).toMatchObject({ state: 'reported', number: expect.stringMatching(/^VV-2026-/) })
    expect((await get(id)).tasks).toHaveLength(4)
  })

  it('of another kind begins with its form; the old answers stay as history', async () => {
    const id = await report('zone')
    const answer = { id, answerId: randomUUID(), question: 'between', answer: 'two' }
    await desk('incident').hub.incidents.answer(answer)
    const { version, involvements } = await get(id)
    const facts = { kind: 'disorder' as const, occurredAt: AT, placeNote: 'Sân', summary: 'Gây rối' }
    const roles = involvements.map((line) => ({ involvementId: line.id, role: 'took-part' }))
    await desk('incident').hub.incidents.edit({ id, version, roles, ...facts })
    const shown = await get(id)
    expect(shown.answers).toMatchObject([{ kind: 'fight', question: 'between', isHistory: true }])
    expect(shown.missing[0]?.message).toContain('Gây rối dưới hình thức nào?')
  })
})

describe('what is not for everybody', () => {
  it('a restricted incident: no guard, no list, no task; its own reporter the first report alone', async () => {
    const accused = { id: randomUUID(), role: 'accused', who: 'staff' as const, name: 'Ông X' }
    const id = await report('zone', { kind: 'staff-misconduct', people: [accused] })
    const extra = { id: randomUUID(), role: 'affected', who: 'resident' as const, personId: person(2) }
    await desk('incident').hub.incidents.involve({ id, people: [extra] })
    const other = await test.signIn('zone')
    for (const path of ['incidents/get', 'incidents/ownReport']) {
      expect((await other.raw(path, { id })).code).toBe('not_found')
    }
    const listed = await other.hub.incidents.list({ kinds: ['staff-misconduct'] })
    expect(listed.rows).toEqual([])
    const own = await desk('zone').hub.incidents.get({ id })
    expect(own).toMatchObject({ isOwnReportOnly: true, tasks: [], residents: 0 })
    expect(own.involvements.map(({ name }) => name)).toEqual(['Ông X'])
    const history = await desk('zone').hub.people.history({ id: person(2) })
    expect(history.entries.filter(({ action }) => action.startsWith('incident.inv'))).toEqual([])
    expect((await get(id, 'inspector')).involvements).toHaveLength(2)
  })

  it('what the medical staff found: masked for all but them', async () => {
    const id = await report('zone')
    const [one] = (await get(id)).involvements
    const injuryId = randomUUID()
    const noticed = { id, injuryId, involvementId: one?.id ?? '', noticedAt: AT }
    await desk('zone').hub.incidents.addInjury(noticed)
    const { rows } = await desk('medical').hub.incidents.injuries({})
    expect(rows.map((row) => row.id)).toContain(injuryId)
    const found = { severity: 'light' as const, detail: 'Rách da trán 2 cm' }
    await desk('medical').hub.incidents.examine({ id: injuryId, version: 1, ...found })
    for (const role of ['zone', 'incident', 'director', 'inspector'] as const) {
      const text = JSON.stringify(await get(id, role))
      expect([role, text.includes('Rách da'), text.includes('"isMasked":true')]).toEqual([role, false, true])
    }
    expect((await desk('director').raw('incidents/injuries', {})).code).toBe('forbidden')
    const history = JSON.stringify(await desk('intake').hub.people.history({ id: person(0) }))
    expect(history).not.toContain('Rách da')
  })

  it('every view of an incident is in the audit', async () => {
    const id = await report('zone')
    const before = (await desk('director').hub.audit.list({ action: 'incident.viewed' })).lines.length
    await get(id, 'inspector')
    const { lines } = await desk('director').hub.audit.list({ action: 'incident.viewed' })
    expect([lines.length - before, lines[0]?.actorName]).toEqual([1, 'Cán bộ inspector'])
  })
})

describe('at the same time, and one after the other', () => {
  it('two managers decide at once: the second is shown what the first decided', async () => {
    const id = await report('zone')
    await act(id, 'take-up')
    await complete(id)
    const { version } = await get(id)
    const second = await test.signIn('director')
    const decide = { id, version, action: 'decide' as const }
    await desk('director').hub.incidents.act({ ...decide, comment: 'Kỷ luật cảnh cáo' })
    const refused = await refusalOf(second.hub.incidents.act({ ...decide, comment: 'Nhắc nhở' }))
    expect(refused).toMatchObject({
      code: 'conflict',
      data: {
        current: { decision: 'Kỷ luật cảnh cáo', state: 'Đã kết luận' },
        changedBy: 'Cán bộ director',
      },
    })
  })

  it('two answers to one question: the second is shown the first', async () => {
    const id = await report('zone')
    const answer = { id, question: 'between' }
    await desk('incident').hub.incidents.answer({ ...answer, answerId: randomUUID(), answer: 'two' })
    const late = { ...answer, answerId: randomUUID(), answer: 'one-sided' }
    const refused = await refusalOf(desk('director').hub.incidents.answer(late))
    expect(refused.data['current']).toMatchObject({ answer: 'two' })
  })

  it('cannot be decided before the form is through, nor closed with work open or without the password', async () => {
    const id = await report('zone')
    await act(id, 'take-up')
    expect((await refusalOf(act(id, 'decide', 'director'))).data.problems?.map(({ code }) => code)).toEqual([
      'incident-answers',
      'incident-narrative',
    ])
    await complete(id)
    await act(id, 'decide', 'director')
    const { version } = await get(id)
    const fresh = await test.signIn('incident')
    expect((await fresh.raw('incidents/close', { id, version })).code).toBe('step_up_required')
    await fresh.hub.auth.stepUp({ password: TEST_PASSWORD })
    const refused = await refusalOf(fresh.hub.incidents.close({ id, version }))
    expect(refused.data.problems?.[0]?.code).toBe('incident-tasks')
  })

  it('a signed account is followed by addenda, never by another account', async () => {
    const id = await report('zone')
    const sign = (kind: 'narrative' | 'addendum', body: string) =>
      desk('incident').hub.incidents.addNarrative({ id, narrativeId: randomUUID(), kind, body })
    await sign('narrative', 'Lúc 8 giờ 30.')
    expect((await refusalOf(sign('narrative', 'Lúc 9 giờ.'))).message).toContain('Ghi phần bổ sung')
    await sign('addendum', 'Sửa giờ: 9 giờ.')
    const { narratives } = await get(id)
    expect(narratives.map(({ no, kind, isIntact }) => [no, kind, isIntact])).toEqual([
      [1, 'narrative', true],
      [2, 'addendum', true],
    ])
  })
})

describe('what follows from an incident', () => {
  it('a fight: the pair is suggested, kept apart, tied and suggested no more', async () => {
    const id = await report('zone')
    const { keepApart } = await get(id)
    expect(keepApart.map(({ one, other }) => [one.name, other.name].toSorted())).toEqual([
      ['Hứa Văn An', 'Lý Văn Bình'],
    ])
    const pair = { id: randomUUID(), one: person(0), other: person(1) }
    await desk('incident').hub.incidents.keepApart({ id, pairs: [pair], reason: 'Đánh nhau ngày 22/11' })
    const after = await get(id)
    expect([after.keepApart, after.links[0]?.kind]).toEqual([[], 'keep-apart'])
  })

  it('an exhibit goes from hand to hand under its seal', async () => {
    const id = await report('zone', { kind: 'contraband', people: [] })
    const exhibitId = randomUUID()
    await desk('incident').hub.incidents.addExhibit({
      id,
      exhibitId,
      kind: 'drug',
      substance: 'heroin',
      route: 'parcel',
      description: 'Gói bột trắng',
      quantity: 0.35,
      unit: 'gram',
      sealNumber: 'NP-01',
      foundAt: AT,
      holder: 'Kho tang vật',
    })
    await desk('incident').hub.incidents.moveExhibit({
      id: exhibitId,
      version: 1,
      moveId: randomUUID(),
      kind: 'sent-for-test',
      toHolder: 'Phòng Kỹ thuật hình sự',
    })
    const [exhibit] = (await get(id)).exhibits
    expect(exhibit).toMatchObject({ no: 1, holder: 'Phòng Kỹ thuật hình sự', sealNumber: 'NP-01' })
    expect(exhibit?.chain.map(({ fromHolder, toHolder }) => [fromHolder, toHolder])).toEqual([
      [null, 'Kho tang vật'],
      ['Kho tang vật', 'Phòng Kỹ thuật hình sự'],
    ])
    const found = await desk('incident').hub.incidents.list({ substance: 'heroin', route: 'parcel' })
    expect(found.rows.map((row) => row.id)).toEqual([id])
  })

  it('INC-14 (D163 Điều 122.1): a death is recorded in custody, and four are told', async () => {
    const [dead] = enterPeople(test, [{ name: 'Vi Văn Mất', birth: '1970' }])
    const involved = {
      id: randomUUID(),
      role: 'died',
      who: 'resident' as const,
      personId: dead?.personId ?? '',
    }
    const id = await report('zone', { kind: 'death', people: [involved] })
    const shown: IncidentDetail = await get(id)
    expect(shown.notices.map(({ step, about }) => [step, about])).toEqual(
      ['investigators', 'procuracy', 'health-body', 'family'].map((step) => [step, 'Vi Văn Mất']),
    )
    const death = { id, involvementId: involved.id, eventId: randomUUID(), at: AT }
    await desk('incident').hub.incidents.recordDeath(death)
    expect((await desk('zone').hub.custody.line({ stayId: dead?.stayId ?? '' })).events.at(-1)?.kind).toBe(
      'died',
    )
    const [notice] = shown.notices
    const sent = { sentAt: '2026-11-22T02:00:00.000Z', how: 'by-hand' as const, paperNumber: '12/TB' }
    await desk('incident').hub.incidents.sendNotice({ id: notice?.id ?? '', version: 1, ...sent })
    expect((await get(id)).notices[0]).toMatchObject({ paperNumber: '12/TB', isLate: false })
  })
})
