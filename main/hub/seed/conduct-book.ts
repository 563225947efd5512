import type { Insertable } from 'kysely'
import type { ConductCaseTable } from '#db/schema/conduct-case.ts'
import type { ConductStepTable } from '#db/schema/conduct-step.ts'
import type { ContactRestrictionTable } from '#db/schema/contact-restriction.ts'
import type { CaseForm, CouncilMember } from '#domain/conduct-cases/case-kinds.ts'
import type { CaseAction } from '#domain/conduct-cases/case-states.ts'
import { addDays, formatDay, type Day } from '#domain/time/day.ts'
import { addHours, atTime, dayOf, type Instant } from '#domain/time/instant.ts'
import { DEMO_LOGINS } from '../setup/demo-logins.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'

const COUNCIL = [
  ['Trưởng cơ sở', 'Chủ trì'],
  ['Tổ trưởng tổ quản lý học viên', 'Ủy viên'],
  ['Cán bộ y tế', 'Ủy viên'],
] as const

/** What every case has before anything is decided: rows of one insert have the same columns. */
const UNDECIDED = {
  incident_id: null,
  council_at: null,
  council_place: null,
  chair: null,
  secretary: null,
  members: '[]',
  minutes: null,
  heard_at: null,
  number: null,
  decided_on: null,
  signer_title: null,
  signer_name: null,
  from_on: null,
  to_on: null,
  review_on: null,
  stops_visits: 0,
  restriction_id: null,
  begun_at: null,
  begun_by: null,
  ended_on: null,
  appeal_id: null,
  appeal_outcome: null,
  serious_sent_on: null,
  serious_number: null,
  serious_to: null,
  version: 1,
} as const

/** Somebody on the roll. */
export interface Inside {
  person_id: string
  stay_id: string
  zone_id: string | null
  received_at: string
}

/** Writes cases as they go on, with their steps and the restrictions of visits that follow. */
export class CaseBook {
  readonly cases: Insertable<ConductCaseTable>[] = []
  readonly steps: Insertable<ConductStepTable>[] = []
  readonly restrictions: Insertable<ContactRestrictionTable>[] = []
  private readonly numbers = new Map<string, number>()
  private readonly newId: () => string
  private readonly by: { zone: string; incident: string; head: string }

  constructor(newId: () => string, plan: SeedPlan) {
    this.newId = newId
    this.by = {
      zone: recorderKey(plan, 'khu'),
      incident: recorderKey(plan, 'vuviec'),
      head: recorderKey(plan, 'truong'),
    }
  }

  private next(register: string): number {
    const number = (this.numbers.get(register) ?? 0) + 1
    this.numbers.set(register, number)
    return number
  }

  /** A case as it was proposed; nothing decided yet. */
  open(one: Inside, day: Day, form: CaseForm, ground: string): Insertable<ConductCaseTable> {
    const year = Number(day.slice(0, 4))
    const row: Insertable<ConductCaseTable> = {
      ...UNDECIDED,
      id: this.newId(),
      year,
      no: this.next(`cases ${year}`),
      kind: form.endsWith('reward') || form === 'praise' ? 'reward' : 'violation',
      person_id: one.person_id,
      stay_id: one.stay_id,
      zone_id: one.zone_id,
      state: 'proposed',
      form,
      days: form === 'special-zone' ? 7 : null,
      occurred_on: addDays(day, -1),
      ground,
      is_serious: 0,
      proposed_at: atTime(day, '09:10'),
      proposed_by: this.by.zone,
    }
    this.cases.push(row)
    this.step(row, 'propose', row.proposed_at, this.by.zone)
    return row
  }

  private step(
    row: Insertable<ConductCaseTable>,
    action: CaseAction,
    at: Instant,
    by: string,
    fact?: string,
  ) {
    this.steps.push({
      id: this.newId(),
      case_id: row.id,
      action,
      at,
      by,
      comment: null,
      facts: JSON.stringify(fact === undefined ? [] : [fact]),
    })
  }

  convene(row: Insertable<ConductCaseTable>, at: Instant): void {
    const [head = 'Trưởng cơ sở'] = DEMO_LOGINS.map(({ name }) => name)
    const members: CouncilMember[] = COUNCIL.map(([title], index) => ({
      name: DEMO_LOGINS[index]?.name ?? title,
      title,
      vote: null,
    }))
    Object.assign(row, {
      state: 'council',
      council_at: at,
      council_place: 'Phòng họp nhà hành chính',
      chair: head,
      secretary: members.at(-1)?.name ?? head,
      members: JSON.stringify(members),
    })
    this.step(row, 'convene', addHours(row.proposed_at, 2), this.by.incident)
  }

  hear(row: Insertable<ConductCaseTable>, at: Instant): void {
    const members = JSON.parse(row.members ?? '[]') as CouncilMember[]
    Object.assign(row, {
      state: 'heard',
      heard_at: at,
      members: JSON.stringify(members.map((one) => ({ ...one, vote: 'for' }))),
      minutes: 'Học viên trình bày, nhận lỗi. Hội đồng thống nhất hình thức đề nghị.',
    })
    this.step(row, 'hear', at, this.by.incident)
  }

  decide(row: Insertable<ConductCaseTable>, on: Day, toOn: Day | null): void {
    const number = `${this.next(`decisions ${on.slice(0, 4)}`)}/QĐ-KTKL`
    Object.assign(row, {
      state: 'decided',
      number,
      decided_on: on,
      signer_title: 'Trưởng cơ sở',
      signer_name: DEMO_LOGINS[0]?.name ?? 'Trưởng cơ sở',
      from_on: on,
      to_on: toOn,
      review_on: row.form === 'special-zone' && toOn !== null ? addDays(on, 4) : null,
    })
    this.step(row, 'decide', atTime(on, '14:00'), this.by.head, `Quyết định ${number} ngày ${formatDay(on)}`)
    if (row.kind === 'reward' || toOn === null) return
    const id = this.newId()
    row.stops_visits = 1
    row.restriction_id = id
    this.restrictions.push({
      id,
      person_id: row.person_id,
      from_on: on,
      to_on: toOn,
      reason: row.form === 'warning' ? 'Kỷ luật cảnh cáo' : 'Kỷ luật đưa vào khu dành riêng',
      decision: `Quyết định ${number} ngày ${formatDay(on)}`,
      created_at: atTime(on, '14:00'),
      created_by: this.by.head,
      lifted_at: null,
      lifted_by: null,
      lift_reason: null,
    })
  }

  begin(row: Insertable<ConductCaseTable>, at: Instant): void {
    const isDone = row.to_on === null || row.to_on === undefined
    const ended = { state: 'ended', ended_on: dayOf(at) }
    Object.assign(row, { begun_at: at, begun_by: this.by.zone, ...(isDone ? ended : { state: 'in-force' }) })
    this.step(row, 'begin', at, this.by.zone)
  }

  end(row: Insertable<ConductCaseTable>): void {
    const on = row.to_on ?? row.decided_on ?? ''
    Object.assign(row, { state: 'ended', ended_on: on })
    this.step(row, 'end', atTime(on, '16:00'), this.by.zone)
  }
}
