import { findPair, findPersonNow, isKeptApart, type KeepApartRow } from '#db/queries/keep-apart/reader.ts'
import { insertPair, updatePair } from '#db/queries/keep-apart/writer.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import type { keepApartContract } from '#domain/contract/keep-apart.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import {
  judgePair,
  KEEP_APART_REVIEW_DAYS,
  type KeepApartGround,
  type KeepApartLevel,
  type KeepApartRole,
} from '#domain/placement/keep-apart.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { FieldChange, WriteContext, WriteUseCases } from '../use-case.ts'
import { liesTooClose } from './pairs.ts'

/** The act in both files, each by its own entry. */
function tell(
  context: WriteContext,
  action: string,
  pair: {
    id: string
    people: readonly string[]
    facts?: Record<string, string | boolean>
    fields?: readonly FieldChange[]
  },
): void {
  for (const [index, personId] of pair.people.entries()) {
    context.audit({
      action,
      subject: { kind: 'keep-apart', id: pair.id },
      personId,
      facts: pair.facts ?? {},
      // Values stand once, in the entry of the first of the two.
      ...(index === 0 && pair.fields ? { fields: pair.fields } : {}),
    })
  }
  context.changed('keep-apart', pair.id)
}

/** What the form says, as columns; `personId` is the one in whose file it is filled in. */
function pairColumns(
  context: WriteContext,
  input: {
    level: KeepApartLevel
    inClass: boolean
    inVisit: boolean
    role: KeepApartRole
    otherRole: KeepApartRole
    ground: KeepApartGround
    reason: string
    authorisedBy: string | null
    reviewOn: string | null
  },
  isFirst: boolean,
) {
  const today = dayOf(context.now)
  const problems = judgePair({ ...input, today })
  if (problems.length > 0) throw ruleViolated(problems)
  return {
    level: input.level,
    in_class: input.inClass ? 1 : 0,
    in_visit: input.inVisit ? 1 : 0,
    role_a: isFirst ? input.role : input.otherRole,
    role_b: isFirst ? input.otherRole : input.role,
    ground: input.ground,
    reason: input.reason,
    authorised_by: input.authorisedBy,
    review_on: input.reviewOn ?? addDays(today, KEEP_APART_REVIEW_DAYS),
  }
}

/** Two people who may be recorded as a new pair. @throws AppError `not_found`, `rule_violated` */
function freePair(db: WriteDb, one: string, other: string): [string, string] {
  const [a = '', b = ''] = [one, other].toSorted()
  if (a === b) {
    const message = 'Chọn một người khác; không tách một người với chính mình.'
    throw ruleViolated([{ code: 'keep-apart-self', message, field: 'otherPersonId' }])
  }
  const seen = findPersonNow(db, other)
  if (!seen || !findPersonNow(db, one)) throw new AppError('not_found')
  if (isKeptApart(db, a, b)) {
    const message = `Đã có cặp không xếp chung với ${seen.name}. Đóng cặp cũ trước khi lập cặp mới.`
    throw ruleViolated([{ code: 'keep-apart-open', message, field: 'otherPersonId' }])
  }
  return [a, b]
}

function openPairAt(db: WriteDb, id: string, version: number): KeepApartRow {
  const pair = findPair(db, id)
  if (!pair || pair.closed_at !== null) throw new AppError('not_found')
  if (pair.version !== version) {
    throw new AppError('conflict', undefined, { current: { level: pair.level, version: pair.version } })
  }
  return pair
}

const CHANGED = [
  'level',
  'in_class',
  'in_visit',
  'role_a',
  'role_b',
  'ground',
  'reason',
  'authorised_by',
  'review_on',
] as const

function fieldChanges(
  pair: KeepApartRow,
  after: Record<(typeof CHANGED)[number], string | number | null>,
): FieldChange[] {
  return CHANGED.filter((field) => pair[field] !== after[field]).map((field) => ({
    entity: 'keep-apart',
    entityId: pair.id,
    personId: pair.person_a,
    field,
    before: textOf(pair[field]),
    after: textOf(after[field]),
  }))
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value)
}

/** Keeps two people apart from now on. @throws AppError `not_found`, `rule_violated` */
export function openKeptApart(
  db: WriteDb,
  context: WriteContext,
  input: Parameters<typeof pairColumns>[1] & { id: string; personId: string; otherPersonId: string },
): { id: string; isViolated: boolean } {
  const [a, b] = freePair(db, input.personId, input.otherPersonId)
  const { id, level } = input
  insertPair(db, {
    id,
    person_a: a,
    person_b: b,
    ...pairColumns(context, input, a === input.personId),
    opened_at: context.now,
    opened_by: context.actor.key,
  })
  tell(context, 'keep-apart.opened', { id, people: [a, b], facts: { level } })
  return { id, isViolated: liesTooClose(db, a, b, level) }
}

export const keepApartWrites: WriteUseCases<typeof keepApartContract> = {
  add: openKeptApart,
  change: (db, context, input) => {
    const pair = openPairAt(db, input.id, input.version)
    const { person_a: a, person_b: b } = pair
    if (input.personId !== a && input.personId !== b) throw new AppError('not_found')
    const after = pairColumns(context, input, a === input.personId)
    const fields = fieldChanges(pair, after)
    if (fields.length > 0) {
      updatePair(db, pair.id, after)
      tell(context, 'keep-apart.changed', {
        id: pair.id,
        people: [a, b],
        facts: { level: input.level },
        fields,
      })
    }
    return { id: pair.id, isViolated: liesTooClose(db, a, b, input.level) }
  },
  close: (db, context, input) => {
    const pair = openPairAt(db, input.id, input.version)
    updatePair(db, pair.id, {
      closed_at: context.now,
      closed_by: context.actor.key,
      close_reason: input.reason,
    })
    tell(context, 'keep-apart.closed', { id: pair.id, people: [pair.person_a, pair.person_b] })
    return { id: pair.id }
  },
  reopen: (db, context, input) => {
    const closed = findPair(db, input.closedId)
    if (!closed || closed.closed_at === null) throw new AppError('not_found')
    const [a, b] = freePair(db, closed.person_a, closed.person_b)
    const { level, in_class, in_visit, role_a, role_b, ground, authorised_by } = closed
    insertPair(db, {
      id: input.id,
      person_a: a,
      person_b: b,
      level,
      in_class,
      in_visit,
      role_a,
      role_b,
      ground,
      authorised_by,
      reason: input.reason,
      review_on: addDays(dayOf(context.now), KEEP_APART_REVIEW_DAYS),
      opened_at: context.now,
      opened_by: context.actor.key,
      reopens_id: closed.id,
    })
    tell(context, 'keep-apart.reopened', { id: input.id, people: [a, b], facts: { level } })
    return { id: input.id, isViolated: liesTooClose(db, a, b, level) }
  },
}
