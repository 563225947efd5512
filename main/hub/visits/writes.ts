import type { WriteDb } from '#db/connection/handles.ts'
import { findPerson } from '#db/queries/people/reader.ts'
import { writeSetting } from '#db/queries/settings/settings.ts'
import { findRestriction, findVisit, listVisitRooms } from '#db/queries/visits/reader.ts'
import { insertFind, putVisitRoom } from '#db/queries/visits/writer.ts'
import { WEEK_COUNTING_LABELS } from '#domain/contacts/contact-codes.ts'
import type { visitsContract } from '#domain/contract/visits.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { contactSettings } from './contact-settings.ts'
import { liftVisits, restrictVisits } from './restrict.ts'
import { shownVisit } from './shown.ts'
import { setBan, saveVisitor, setVisitorPhoto } from './write-visitor.ts'
import { bookVisit, extendVisit, stepVisit } from './write-visit.ts'

/** Records that the register of visits left the program. */
export function recordVisitsOutput(
  _db: WriteDb,
  context: WriteContext,
  input: { action: 'visits.exported' | 'visits.printed'; from: string; to: string; rows: number },
): null {
  const { action, ...facts } = input
  context.audit({ action, facts })
  return null
}

export const visitsWrites: WriteUseCases<typeof visitsContract> = {
  setSettings: (db, context, { week, keepsQ1567 }) => {
    const before = contactSettings(db)
    writeSetting(db, context, 'contacts.week', week)
    writeSetting(db, context, 'contacts.keep-q1567', keepsQ1567)
    context.audit({
      action: 'visit.rules-set',
      facts: {
        before: WEEK_COUNTING_LABELS[before.week],
        after: WEEK_COUNTING_LABELS[week],
        keepsQ1567Before: before.keepsQ1567,
        keepsQ1567,
      },
    })
    context.changed('contacts')
    return { week, keepsQ1567 }
  },
  saveRoom: (db, context, { id, version, name, capacity, isRetired }) => {
    const rooms = listVisitRooms(db)
    const row = rooms.find((room) => room.id === id)
    if (version !== null && row === undefined) throw new AppError('not_found')
    if ((row?.version ?? null) !== version) {
      throw new AppError('conflict', undefined, {
        current: { name: row?.name, capacity: row?.capacity, version: row?.version },
      })
    }
    if (
      rooms.some((room) => room.id !== id && room.retired_at === null && room.name === name && !isRetired)
    ) {
      throw ruleViolated([
        { code: 'room-name', message: `Đã có phòng “${name}”. Đặt tên khác.`, field: 'name' },
      ])
    }
    putVisitRoom(db, {
      id,
      name,
      capacity,
      sort: row?.sort ?? rooms.length,
      retired_at: isRetired ? (row?.retired_at ?? context.now) : null,
      version: (row?.version ?? 0) + 1,
    })
    context.audit({
      action: 'visit.room-saved',
      subject: { kind: 'visit-room', id },
      facts: { room: name, places: capacity },
    })
    context.changed('contacts')
    return { id }
  },
  book: (db, context, input) => {
    bookVisit(db, context, input)
    return shownVisit(db, input.id)
  },
  step: (db, context, input) => {
    stepVisit(db, context, input)
    return shownVisit(db, input.id)
  },
  extend: (db, context, input) => {
    extendVisit(db, context, input)
    return shownVisit(db, input.id)
  },
  saveVisitor: (db, context, input) => ({ id: saveVisitor(db, context, input) }),
  setVisitorPhoto: (db, context, input) => {
    setVisitorPhoto(db, context, input)
    return { id: input.id }
  },
  setBan: (db, context, input) => {
    setBan(db, context, input)
    return { id: input.id }
  },
  restrict: (db, context, { id, personId, fromOn, toOn, reason, decision }) => {
    const person = findPerson(db, personId)
    if (!person || person.cancelled_at !== null) throw new AppError('not_found')
    if (findRestriction(db, id))
      throw new AppError('conflict', 'Hạn chế này đã được ghi rồi. Tải lại để xem.')
    if (toOn !== null && toOn < fromOn) {
      const message = 'Ngày hết hạn chế trước ngày bắt đầu. Sửa lại ngày.'
      throw ruleViolated([{ code: 'restriction-days', message, field: 'toOn' }])
    }
    restrictVisits(db, context, { id, personId, fromOn, toOn, reason, decision })
    return { id }
  },
  liftRestriction: (db, context, { id, reason }) => {
    liftVisits(db, context, { id, reason })
    return { id }
  },
  recordFind: (db, context, { id, visitId, what, quantity, action }) => {
    const visit = findVisit(db, visitId)
    if (!visit) throw new AppError('not_found')
    insertFind(db, {
      id,
      person_id: visit.person_id,
      stay_id: visit.stay_id,
      source: 'visit',
      visit_id: visitId,
      parcel_id: null,
      letter_id: null,
      what,
      quantity,
      action,
      found_at: context.now,
      found_by: context.actor.key,
    })
    const personId = visit.person_id
    const of = { entity: 'contraband-find', entityId: id, personId, before: null }
    context.audit({
      action: 'contact.contraband-found',
      subject: { kind: 'contraband-find', id },
      personId,
      fields: [
        { ...of, field: 'what', after: `${what}, ${quantity}` },
        { ...of, field: 'action', after: action },
      ],
    })
    context.changed('contacts', personId)
    return { id }
  },
}
