import { sql } from 'kysely'
import type { Stage } from '#domain/care/stages.ts'
import type { Day } from '#domain/time/day.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

const recordById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('stage_record').selectAll().where('id', '=', p.id),
)

const recordsOfStay = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('stage_record')
    .selectAll()
    .where('stay_id', '=', p.stay)
    .orderBy('stage')
    .orderBy('started_on')
    .orderBy('id'),
)

const stayFacts = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('stay')
    .leftJoin('stay_state', 'stay_state.stay_id', 'stay.id')
    .select(['stay.id', 'stay.person_id', 'stay.term_regime', 'stay.cancelled_at'])
    .select(['stay_state.received_at', 'stay_state.end_on', 'stay_state.ended_at', 'stay_state.track'])
    .where('stay.id', '=', p.stay),
)

export type StageRecordRow = NonNullable<ReturnType<typeof findStageRecord>>

export function findStageRecord(db: ReadDb, id: string) {
  return recordById.get(db, { id })
}

/** Every stage of a stay, withdrawn ones too, in their order. */
export function listStageRecords(db: ReadDb, stayId: string): StageRecordRow[] {
  return recordsOfStay.all(db, { stay: stayId })
}

/** What the care path of a stay is judged by: reception, end of the term, whether it is over. */
export function findCareStay(db: ReadDb, stayId: string) {
  return stayFacts.get(db, { stay: stayId })
}

/** Columns of a person of the care path, from the roster with the name of the zone. */
export const CARE_PERSON_COLUMNS = [
  'roster.stay_id as stayId',
  'roster.person_id as personId',
  'roster.name',
  'roster.birth_on as birthOn',
  'roster.track',
  'roster.state',
  'place.name as zoneName',
  'roster.bed_code as bedCode',
] as const

/** People of these teams only. */
export function inTeams(stayColumn: string, teams: readonly string[]) {
  return sql<boolean>`exists (select 1 from team_member where team_member.stay_id = ${sql.ref(stayColumn)} and team_member.to_at is null and team_member.team_id in (${sql.join(teams)}))`
}

/** Which open stages count as over: begun before the day given, for the stages that have a limit. */
export interface OverBefore {
  stage: Stage
  startedBefore: Day
}

/** People on the roll by zone and open stage, and how many of them are past the stage's greatest length. */
export function countStages(db: ReadDb, over: OverBefore | null) {
  const isOver =
    over === null
      ? sql<number>`0`
      : sql<number>`stage_record.stage = ${over.stage} and stage_record.started_on < ${over.startedBefore}`
  return db.all(
    qb
      .selectFrom('stage_record')
      .innerJoin('roster', 'roster.stay_id', 'stage_record.stay_id')
      .select(['roster.zone_id', 'stage_record.stage'])
      .select((e) => [e.fn.countAll<number>().as('count'), e.fn.sum<number>(isOver).as('over')])
      .where('stage_record.ended_on', 'is', null)
      .where('stage_record.cancelled_at', 'is', null)
      .groupBy(['roster.zone_id', 'stage_record.stage']),
  )
}

function nobodyWrote() {
  return sql<boolean>`not exists (select 1 from stage_record where stage_record.stay_id = roster.stay_id and stage_record.ended_on is null and stage_record.cancelled_at is null)`
}

/** People on the roll by zone, and how many of them are in no stage. */
export function countByZone(db: ReadDb) {
  return db.all(
    qb
      .selectFrom('roster')
      .leftJoin('place', 'place.id', 'roster.zone_id')
      .select(['roster.zone_id', 'place.name as zone_name', 'place.code as zone_code'])
      .select((e) => [e.fn.countAll<number>().as('onRoll'), e.fn.sum<number>(nobodyWrote()).as('none')])
      .groupBy(['roster.zone_id', 'place.name', 'place.code']),
  )
}

/** Which people of the board are asked for. */
export interface StagePeopleQuery {
  zones: readonly string[]
  teams: readonly string[]
  over: OverBefore | null
}

/** People in a stage, the longest in it first. */
export function listInStage(
  db: ReadDb,
  stage: Stage,
  { zones, teams, over }: StagePeopleQuery,
  page: { after: { startedOn: Day; id: string } | null; limit: number },
) {
  let rows = qb
    .selectFrom('stage_record')
    .innerJoin('roster', 'roster.stay_id', 'stage_record.stay_id')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .select(CARE_PERSON_COLUMNS)
    .select(['stage_record.id', 'stage_record.started_on', 'stage_record.version', 'roster.end_on'])
    .where('stage_record.stage', '=', stage)
    .where('stage_record.ended_on', 'is', null)
    .where('stage_record.cancelled_at', 'is', null)
    .orderBy('stage_record.started_on')
    .orderBy('stage_record.id')
    .limit(page.limit)
  if (zones.length > 0) rows = rows.where('roster.zone_id', 'in', zones)
  if (teams.length > 0) rows = rows.where(inTeams('roster.stay_id', teams))
  if (over !== null) rows = rows.where('stage_record.started_on', '<', over.startedBefore)
  if (page.after !== null) {
    const { startedOn, id } = page.after
    rows = rows.where(sql<boolean>`(stage_record.started_on, stage_record.id) > (${startedOn}, ${id})`)
  }
  return db.all(rows)
}

/** People on the roll for whom no open stage is written, by name. */
export function listWithoutStage(
  db: ReadDb,
  { zones, teams }: Pick<StagePeopleQuery, 'zones' | 'teams'>,
  page: { after: { key: string; id: string } | null; limit: number },
) {
  let rows = qb
    .selectFrom('roster')
    .leftJoin('place', 'place.id', 'roster.zone_id')
    .select(CARE_PERSON_COLUMNS)
    .select(['roster.sort_key', 'roster.end_on'])
    .where(nobodyWrote())
    .orderBy('roster.sort_key')
    .orderBy('roster.stay_id')
    .limit(page.limit)
  if (zones.length > 0) rows = rows.where('roster.zone_id', 'in', zones)
  if (teams.length > 0) rows = rows.where(inTeams('roster.stay_id', teams))
  if (page.after !== null) {
    const { key, id } = page.after
    rows = rows.where(sql<boolean>`(roster.sort_key, roster.stay_id) > (${key}, ${id})`)
  }
  return db.all(rows)
}

function overFirst(startedBefore: Day) {
  return qb
    .selectFrom('stage_record')
    .innerJoin('roster', 'roster.stay_id', 'stage_record.stay_id')
    .where('stage_record.stage', '=', 1)
    .where('stage_record.ended_on', 'is', null)
    .where('stage_record.cancelled_at', 'is', null)
    .where('stage_record.started_on', '<', startedBefore)
}

/** How many people on the roll are past the greatest length of stage 1. */
export function countOverFirst(db: ReadDb, startedBefore: Day): number {
  return db.get(overFirst(startedBefore).select((e) => e.fn.countAll<number>().as('count')))?.count ?? 0
}

/** A few of them, the longest first. */
export function listOverFirst(db: ReadDb, startedBefore: Day, limit: number) {
  return db.all(
    overFirst(startedBefore)
      .select(['roster.person_id as personId', 'roster.name', 'stage_record.started_on as startedOn'])
      .orderBy('stage_record.started_on')
      .orderBy('stage_record.id')
      .limit(limit),
  )
}
