import { createHash } from 'node:crypto'
import type { WriteDb } from '#db/connection/handles.ts'
import { findUser, findUserByLogin, foldLogin, listRoles } from '#db/queries/accounts/reader.ts'
import { updateHeadCount } from '#db/queries/head-count/writer.ts'
import type { headCountContract } from '#domain/contract/head-count.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { judgeSigning, sumRooms } from '#domain/head-count/explain-room.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { Instant } from '#domain/time/instant.ts'
import { passwordMatches } from '../auth/passwords.ts'
import { KEY_MISSING } from '../key-missing.ts'
import type { CallContext, CallUseCases, WriteContext } from '../use-case.ts'
import { buildSheet } from './build-sheet.ts'
import { countedZone } from './counted-zone.ts'
import { handOverOf, refuseOutsideHours } from './hand-over.ts'
import { EXPORT_PAGE, readAll } from '../workbook/list-workbook.ts'
import { sendList } from '../workbook/send-list.ts'
import { countsWorkbook } from './counts-workbook.ts'
import { countPage } from './reads.ts'

const WRONG = 'Tên đăng nhập hoặc mật khẩu của người nhận ca không đúng.'

interface Signing {
  zoneId: string
  shiftAt: Instant
  note: string | null
}

/**
 * Closes a count of a zone with both signatures and freezes its sheet.
 * @throws AppError `rule_violated` while a room is not counted or a difference not explained
 */
export function signHeadCount(
  db: WriteDb,
  context: WriteContext,
  input: Signing & { receiverId: string },
): { id: string } {
  const handOver = handOverOf(db, input.shiftAt)
  refuseOutsideHours(db, handOver.shift, context.now)
  const zone = countedZone(db, input.zoneId, input.shiftAt)
  const { count, rooms } = zone
  if (count && count.signed_at !== null) {
    const message = 'Hai ca đã ký lần điểm danh này. Xem phiếu giao ca.'
    throw ruleViolated([{ code: 'count-signed', message }])
  }
  const problems = judgeSigning(rooms)
  const receiver = findUser(db, input.receiverId)
  if (problems.length > 0 || !count) throw ruleViolated(problems)
  if (!receiver || receiver.state !== 'active') throw new AppError('not_found')
  const sheet = JSON.stringify(
    buildSheet(db, zone, handOver, {
      giver: context.actor.name,
      receiver: { userId: receiver.id, name: receiver.display_name },
      note: input.note,
      now: context.now,
    }),
  )
  const sums = sumRooms(rooms)
  updateHeadCount(db, count.id, {
    given_by: context.actor.key,
    received_by: `user:${receiver.id}`,
    signed_at: context.now,
    computed: sums.computed,
    counted: sums.counted,
    missing: sums.missing,
    extra: sums.extra,
    sheet,
    sheet_hash: createHash('sha256').update(sheet).digest('hex'),
    version: count.version + 1,
  })
  context.audit({
    action: 'count.signed',
    subject: { kind: 'head-count', id: count.id },
    facts: { count: sums.counted, computed: sums.computed, receiver: `user:${receiver.id}` },
  })
  context.changed('head-count', input.zoneId)
  return { id: count.id }
}

/** Keeps in the audit that somebody could not sign for the receiving shift. */
export function recordRefusedReceiver(_db: WriteDb, context: WriteContext, input: { zoneId: string }): null {
  context.audit({ action: 'count.receiver-refused', subject: { kind: 'place', id: input.zoneId } })
  return null
}

/**
 * The second person at the same desk, by login and password; guesses are slowed down as at the sign-in.
 * @throws AppError `too_many_attempts`, `invalid_input`, `rule_violated`
 */
async function receiverOf(
  { hub, actor, now, peer }: CallContext,
  zoneId: string,
  given: { login: string; password: string },
): Promise<string> {
  const login = foldLogin(given.login)
  const wait = hub.guard.takeTry(login, peer)
  if (wait > 0) {
    const message = `Thử sai nhiều lần. Chờ ${wait} giây rồi thử lại.`
    throw new AppError('too_many_attempts', message, { retryAfterSeconds: wait })
  }
  const user = findUserByLogin(hub.read, login)
  const matches = await passwordMatches(user?.password_hash, given.password)
  if (!user || !matches || user.state !== 'active') {
    await hub.writer.internal('recordRefusedReceiver', actor, now, { zoneId })
    const problems = [{ code: 'receiver-wrong', field: 'receiver.password', message: WRONG }]
    throw new AppError('invalid_input', WRONG, { problems })
  }
  hub.guard.succeeded(login, peer)
  const refuse = (code: string, message: string) => ruleViolated([{ code, field: 'receiver.login', message }])
  if (user.id === actor.userId) {
    throw refuse('receiver-same', 'Người nhận ca phải là người khác. Mời cán bộ của ca sau ký.')
  }
  if (user.must_change_password === 1) {
    throw refuse('receiver-new', 'Người nhận ca chưa đổi mật khẩu lần đầu. Đăng nhập và đổi trước khi ký.')
  }
  if (!can(listRoles(hub.read, user.id), 'counts.run')) {
    throw refuse(
      'receiver-role',
      'Tài khoản này không được ký nhận ca. Mời quản lý khu hoặc trưởng cơ sở ký.',
    )
  }
  return user.id
}

export const headCountCalls: CallUseCases<typeof headCountContract> = {
  sign: async (context, { receiver, ...signing }) => {
    const { hub, actor, now, idempotencyKey } = context
    if (idempotencyKey === null) throw new AppError('invalid_input', KEY_MISSING)
    const receiverId = await receiverOf(context, signing.zoneId, receiver)
    const input = { ...signing, receiverId }
    return hub.writer.internal('signHeadCount', actor, now, input, { key: idempotencyKey, over: input })
  },
  export: async (context, filter) => {
    if (!can(context.actor.roles, 'counts.read')) throw new AppError('forbidden')
    const { hub } = context
    const rows = await readAll(context, (cursor) =>
      countPage(hub.read, { ...filter, cursor, limit: EXPORT_PAGE }),
    )
    const file = { name: 'diem-danh', bytes: await countsWorkbook(rows) }
    const output = { action: 'counts.exported', filter: JSON.stringify(filter), rows: rows.length } as const
    return sendList(context, file, output)
  },
}
