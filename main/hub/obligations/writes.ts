import type { WriteDb } from '#db/connection/handles.ts'
import { findStayFacts } from '#db/queries/custody/reader.ts'
import { findObligation, type ObligationStored } from '#db/queries/obligations/reader.ts'
import { insertMark } from '#db/queries/obligations/writer.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import type { obligationsContract } from '#domain/contract/obligations.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { DUTIES } from '#domain/law/duties.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { dayOf, formatInstant, type Instant } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { hiddenDuties, isNotice, mayMark, ruleOf } from './shown.ts'

interface Item {
  stayId: string
  key: string
  dueAt: Instant
}

/** What an act on several obligations comes to, judged one by one before any is marked. */
function chosen(
  db: WriteDb,
  context: WriteContext,
  items: readonly Item[],
  judge: (row: ObligationStored, lawText: string) => string | null,
): ObligationStored[] {
  const { roles } = context.actor
  const hidden = new Set(hiddenDuties(roles))
  const book = readRuleBook(db)
  const problems: Problem[] = []
  const rows = items.map(({ stayId, key, dueAt }) => {
    const row = findObligation(db, stayId, key)
    if (!row || hidden.has(row.duty)) {
      throw new AppError('conflict', 'Việc này không còn trong danh sách. Tải lại để xem.')
    }
    const name = findStayFacts(db, stayId)?.name ?? ''
    const rule = ruleOf(book, row.rule, row.rule_from)
    const law = rule === undefined ? row.rule : `${row.rule}, ${fullCitation(rule.source)}`
    const refused = refusal(row, dueAt, roles) ?? judge(row, law)
    if (refused !== null) problems.push({ code: 'obligation-refused', message: `${name}: ${refused}` })
    return row
  })
  if (problems.length > 0) throw ruleViolated(problems)
  return rows
}

function refusal(
  row: ObligationStored,
  dueAt: Instant,
  roles: WriteContext['actor']['roles'],
): string | null {
  const { label, role, isMetByRecord } = DUTIES[row.duty]
  if (row.due_at !== dueAt) {
    return `hạn của việc “${label}” đã đổi thành ${formatInstant(row.due_at)}. Tải lại rồi ghi.`
  }
  if (isMetByRecord === true) {
    return `việc “${label}” tự xong khi ghi nhận trong hồ sơ, không đánh dấu ở đây.`
  }
  if (!mayMark(roles, row.duty)) {
    return `việc “${label}” thuộc ${ROLE_LABELS[role]}. Người có vai trò đó hoặc Trưởng cơ sở ghi.`
  }
  return null
}

type Marked = Omit<
  Parameters<typeof insertMark>[1],
  'id' | 'stay_id' | 'key' | 'due_at' | 'recorded_at' | 'recorded_by'
>

function mark(
  db: WriteDb,
  context: WriteContext,
  rows: readonly ObligationStored[],
  what: Marked,
): { marked: number } {
  for (const row of rows) {
    insertMark(db, {
      ...what,
      id: context.newId(),
      stay_id: row.stay_id,
      key: row.key,
      due_at: row.due_at,
      recorded_at: context.now,
      recorded_by: context.actor.key,
    })
    const personId = findStayFacts(db, row.stay_id)?.personId
    context.audit({
      action: `obligations.${what.kind}`,
      subject: { kind: 'stay', id: row.stay_id },
      ...(personId === undefined ? {} : { personId }),
      facts: { rule: row.rule, duty: row.duty },
    })
    context.changed('obligations', row.stay_id)
  }
  return { marked: rows.length }
}

const NOTHING = { reason: null, note: null, paper: null, number: null, sent_by: null, sent_on: null }

export const obligationsWrites: WriteUseCases<typeof obligationsContract> = {
  done: (db, context, { items, at, paper, number, sentBy, sentOn, note }) => {
    if (at > context.now) {
      const message = 'Lúc làm không được sau lúc này.'
      throw ruleViolated([{ code: 'done-in-future', message, field: 'at' }])
    }
    if (sentOn !== null && sentOn > dayOf(context.now)) {
      const message = 'Ngày gửi không được sau hôm nay.'
      throw ruleViolated([{ code: 'sent-in-future', message, field: 'sentOn' }])
    }
    if ((sentBy === null) !== (sentOn === null)) {
      const message = 'Ghi cả cách gửi và ngày gửi.'
      throw ruleViolated([{ code: 'sending-half', message, field: sentBy === null ? 'sentBy' : 'sentOn' }])
    }
    const rows = chosen(db, context, items, (row, law) => {
      if (row.state !== 'scheduled') return 'việc này đã được ghi. Tải lại để xem.'
      if (row.opens_at !== null && at < row.opens_at) {
        return `chưa được làm “${row.what}” trước ${formatInstant(row.opens_at)} (${law}).`
      }
      if (isNotice(row.duty) && sentBy === null) {
        return `thông báo phải ghi cách gửi và ngày gửi (${law}).`
      }
      return null
    })
    return mark(db, context, rows, {
      ...NOTHING,
      kind: 'done',
      at,
      note,
      paper,
      number,
      sent_by: sentBy,
      sent_on: sentOn,
    })
  },
  exempt: (db, context, { items, reason, note }) => {
    if (reason === 'other' && note === null) {
      const message = 'Ghi rõ lý do khác là gì.'
      throw ruleViolated([{ code: 'exemption-without-note', message, field: 'note' }])
    }
    const rows = chosen(db, context, items, (row) =>
      row.state === 'scheduled' ? null : 'việc này đã được ghi. Tải lại để xem.',
    )
    return mark(db, context, rows, { ...NOTHING, kind: 'exempt', at: context.now, reason, note })
  },
  reopen: (db, context, { items }) => {
    const rows = chosen(db, context, items, (row) =>
      row.state === 'scheduled' ? 'việc này chưa được ghi là đã làm.' : null,
    )
    return mark(db, context, rows, { ...NOTHING, kind: 'reopened', at: context.now })
  },
}
