import { keptWhileUnchanged } from '#db/connection/kept-while-unchanged.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import {
  countByZone,
  countStages,
  listInStage,
  listWithoutStage,
  type OverBefore,
  type StageRecordRow,
} from '#db/queries/stages/reader.ts'
import { judgeStageStart, reintegrationFrom, stageStanding, STAGES, type Stage } from '#domain/care/stages.ts'
import type { StageBoardRow, StageRecord, stagesContract } from '#domain/contract/stages.ts'
import { procedureRule, rangeOf, type RuleBook } from '#domain/law/rule-book.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { RULE_UNIT_LABELS } from '#domain/law/rule.ts'
import { comparePlaceCodes } from '#domain/placement/place-kinds.ts'
import { addDays, daysBetween, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { careStayOf, stageOf } from './care-stay.ts'

/** Stage 1 begun before this day is past its greatest length; null where the law in force sets none. */
export function firstStageOverBefore(book: RuleBook, today: Day): OverBefore | null {
  const max = rangeOf(procedureRule(book, 'ST-1', today))?.max
  return max === undefined ? null : { stage: 1, startedBefore: addDays(today, -max) }
}

/** What the law in force says of a stage's length. */
function ruleText(book: RuleBook, stage: Stage, today: Day): { stage: Stage; text: string; article: string } {
  const rule = procedureRule(book, `ST-${stage}`, today)
  if (!rule) return { stage, text: '', article: '' }
  const range = rangeOf(rule)
  const unit = RULE_UNIT_LABELS[rule.unit]
  const text =
    range === undefined
      ? typeof rule.value === 'string'
        ? rule.value
        : rule.title
      : stage === 5
        ? `${range.max} ${unit} trước khi hết thời hạn`
        : range.max === undefined
          ? `ít nhất ${range.min} ${unit}`
          : `không quá ${range.max} ${unit}`
  return { stage, text, article: fullCitation(rule.source) }
}

function shownRecord(
  row: StageRecordRow,
  today: Day,
  { book, names }: { book: RuleBook; names: ReadonlyMap<string, string> },
): StageRecord {
  const stage = stageOf(row.stage)
  const isOpen = row.ended_on === null && row.cancelled_at === null
  const standing = isOpen ? stageStanding(book, { stage, startedOn: row.started_on }, today) : null
  return {
    id: row.id,
    stage,
    startedOn: row.started_on,
    startReason: row.start_reason,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    result: row.result,
    responsible: row.responsible,
    note: row.note,
    isElsewhere: row.is_elsewhere === 1,
    recordedBy: names.get(row.recorded_by) ?? row.recorded_by,
    cancelledAt: row.cancelled_at,
    cancelReason: row.cancel_reason,
    days: daysBetween(row.started_on, row.ended_on ?? today),
    standing: standing?.state ?? null,
    earliestEnd: standing?.earliestEnd ?? null,
    latestEnd: standing?.latestEnd ?? null,
    version: row.version,
  }
}

function cursorParts(cursor: string | null): { first: string; id: string } | null {
  if (cursor === null) return null
  const at = cursor.lastIndexOf(' ')
  return { first: cursor.slice(0, at), id: cursor.slice(at + 1) }
}

export const stagesReads: ReadUseCases<typeof stagesContract> = {
  board: (db, { now }) => {
    const today = dayOf(now)
    const book = readRuleBook(db)
    const over = firstStageOverBefore(book, today)
    const { counted, byZone } = keptWhileUnchanged(db, `stages ${over?.startedBefore ?? ''}`, () => ({
      counted: countStages(db, over),
      byZone: countByZone(db),
    }))
    const zones = byZone.toSorted((a, b) => comparePlaceCodes(a.zone_code ?? '', b.zone_code ?? ''))
    return {
      zones: zones.map((zone) => ({
        zoneId: zone.zone_id,
        zoneName: zone.zone_name ?? 'Chưa xếp khu',
        onRoll: zone.onRoll,
        none: zone.none,
        stages: STAGES.map((stage) => {
          const found = counted.find((row) => row.zone_id === zone.zone_id && row.stage === stage)
          return { stage, count: found?.count ?? 0, over: found?.over ?? 0 }
        }),
      })),
      rules: STAGES.map((stage) => ruleText(book, stage, today)),
    }
  },
  people: (db, { now }, { stage, zones, teams, overOnly, cursor, limit }) => {
    const today = dayOf(now)
    const after = cursorParts(cursor)
    if (stage === 0) {
      const found = listWithoutStage(
        db,
        { zones, teams },
        { after: after && { key: after.first, id: after.id }, limit },
      )
      const last = found.at(-1)
      return {
        rows: found.map(({ sort_key: _key, end_on: endOn, ...who }): StageBoardRow => ({
          ...who,
          recordId: null,
          stage: null,
          startedOn: null,
          days: null,
          standing: null,
          earliestEnd: null,
          latestEnd: null,
          endOn,
          version: null,
        })),
        next: last && found.length === limit ? `${last.sort_key} ${last.stayId}` : null,
      }
    }
    const book = readRuleBook(db)
    const limitOf = firstStageOverBefore(book, today)
    // Only stage 1 has a greatest length: nobody is over in another.
    if (overOnly && (stage !== 1 || limitOf === null)) return { rows: [], next: null }
    const found = listInStage(
      db,
      stage,
      { zones, teams, over: overOnly ? limitOf : null },
      { after: after && { startedOn: after.first, id: after.id }, limit },
    )
    const last = found.at(-1)
    return {
      rows: found.map(({ id, started_on: startedOn, end_on: endOn, version, ...who }): StageBoardRow => {
        const standing = stageStanding(book, { stage, startedOn }, today)
        return {
          ...who,
          recordId: id,
          stage,
          startedOn,
          days: standing.days,
          standing: standing.state,
          earliestEnd: standing.earliestEnd,
          latestEnd: standing.latestEnd,
          endOn,
          version,
        }
      }),
      next: last && found.length === limit ? `${last.started_on} ${last.id}` : null,
    }
  },
  ofStay: (db, { now }, { stayId }) => {
    const stay = careStayOf(db, stayId, now)
    const { today } = stay.judged
    const names = actorNames(db, [...new Set(stay.rows.map((row) => row.recorded_by))])
    return {
      records: stay.rows
        .map((row) => shownRecord(row, today, { book: stay.book, names }))
        // With the stay a stage is over too: nothing is early or late any more.
        .map((record) => (stay.endedOn === null ? record : { ...record, standing: null })),
      endedOn: stay.endedOn,
      next:
        stay.endedOn !== null
          ? []
          : STAGES.map((stage) => ({ stage, ...judgeStageStart(stay.judged, stage, today, stay.book) })),
      reintegrationFrom: reintegrationFrom(stay.book, stay.endOn),
      endOn: stay.endOn,
    }
  },
}
