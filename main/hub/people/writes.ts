import type { WriteDb } from '#db/connection/handles.ts'
import { changeStays } from '#db/queries/custody/writer.ts'
import {
  findPerson,
  findStay,
  listAddresses,
  listPapers,
  listStays,
  type StoredPerson,
  type StoredStay,
} from '#db/queries/people/reader.ts'
import { insertPaper } from '#db/queries/people/insert-person.ts'
import { setAddress, supersedePaper, updatePerson, updateStay } from '#db/queries/people/writer.ts'
import { indexPerson } from '#db/queries/search/index-person.ts'
import type { peopleContract } from '#domain/contract/people.ts'
import type { PersonFile } from '#domain/contract/person-shapes.ts'
import { AppError, type Problem } from '#domain/errors.ts'
import { parseIdentityNumber } from '#domain/identity/identity-number.ts'
import { tidyName } from '#domain/names/tidy-name.ts'
import { birthText } from '#domain/people/birth.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { editsToWrite, historyOf, type EditedRecord } from './edit-conflict.ts'
import { readPersonFile } from './person-file.ts'

function personAt(db: WriteDb, id: string): StoredPerson {
  const person = findPerson(db, id)
  if (!person || person.cancelled_at !== null) throw new AppError('not_found')
  return person
}

function personRecord(person: StoredPerson): EditedRecord {
  return {
    entity: 'person',
    id: person.id,
    personId: person.id,
    version: person.version,
    values: {
      name: person.name,
      alias: person.alias,
      birth: birthText({ birthOn: person.birth_on, birthPrecision: person.birth_precision }),
      sex: person.sex,
      placementSex: person.placement_sex,
      ethnicity: person.ethnicity,
      occupation: person.occupation,
      education: person.education,
      note: person.note,
    },
  }
}

function stayRecord(stay: StoredStay): EditedRecord {
  return {
    entity: 'stay',
    id: stay.id,
    personId: stay.person_id,
    version: stay.version,
    values: {
      dossierNumber: stay.dossier_number,
      ordinal: stay.ordinal,
      ordinalSource: stay.ordinal_source,
      decisionNumber: stay.decision_number,
      decisionOn: stay.decision_on,
      decisionIssuer: stay.decision_issuer,
      startOn: stay.start_on,
      startSource: stay.start_source,
      termMonths: stay.term_months,
      heldFrom: stay.held_from,
    },
  }
}

/** Days that cannot be: a birth or a decision that has not happened yet. Whether a term fits the law only warns. */
function refuseFutureDays(now: string, days: readonly { field: string; name: string; day: unknown }[]): void {
  const today = dayOf(now)
  const problems = days.flatMap(({ field, name, day }): Problem[] => {
    if (typeof day !== 'string' || day <= today) return []
    const message = `${name} ở sau hôm nay (${formatDay(today)}). Kiểm tra lại ngày trên giấy tờ.`
    return [{ code: 'day-in-future', field, message }]
  })
  if (problems.length > 0) throw new AppError('invalid_input', problems[0]?.message, { problems })
}

/** Brings search along, tells the desks and answers with the file as it stands now. */
function saved(db: WriteDb, context: WriteContext, personId: string): PersonFile {
  indexPerson(db, personId)
  context.changed('people', personId)
  return readPersonFile(db, personId)
}

export const peopleWrites: WriteUseCases<typeof peopleContract> = {
  change: (db, context, input) => {
    const person = personAt(db, input.id)
    const record = personRecord(person)
    const fields = input.fields.name
      ? { ...input.fields, name: tidyName(input.fields.name).name }
      : input.fields
    refuseFutureDays(context.now, [{ field: 'birth', name: 'Ngày sinh', day: fields.birth }])
    const edits = editsToWrite(db, record, { ...input, fields })
    if (edits.length === 0) return readPersonFile(db, person.id)
    const stayIds = listStays(db, person.id).map((stay) => stay.id)
    changeStays(db, context.now, stayIds, () => updatePerson(db, person, edits))
    context.audit({
      action: 'person.changed',
      subject: { kind: 'person', id: person.id },
      personId: person.id,
      fields: historyOf(record, edits),
    })
    return saved(db, context, person.id)
  },
  changeStay: (db, context, input) => {
    const stay = findStay(db, input.id)
    if (!stay || stay.cancelled_at !== null) throw new AppError('not_found')
    const record = stayRecord(stay)
    refuseFutureDays(context.now, [
      { field: 'decisionOn', name: 'Ngày quyết định', day: input.fields.decisionOn },
      { field: 'heldFrom', name: 'Ngày bắt đầu ở cơ sở khi lập hồ sơ', day: input.fields.heldFrom },
    ])
    const edits = editsToWrite(db, record, input)
    if (edits.length === 0) return readPersonFile(db, stay.person_id)
    changeStays(db, context.now, [stay.id], () => updateStay(db, stay, edits))
    const regime = findStay(db, stay.id)?.term_regime ?? null
    const regimeEdit =
      regime === stay.term_regime ? [] : [{ field: 'termRegime', before: stay.term_regime, after: regime }]
    context.audit({
      action: 'stay.changed',
      subject: { kind: 'stay', id: stay.id },
      personId: stay.person_id,
      fields: historyOf(record, [...edits, ...regimeEdit]),
    })
    return saved(db, context, stay.person_id)
  },
  addPaper: (db, context, input) => {
    const person = personAt(db, input.personId)
    const papers = listPapers(db, person.id)
    const replaced = input.replaces === null ? null : papers.find((paper) => paper.id === input.replaces)
    if (replaced === undefined || (replaced && replaced.superseded_at !== null)) {
      throw new AppError('conflict', 'Giấy tờ này vừa được thay bằng giấy khác. Tải lại để xem.')
    }
    refuseFutureDays(context.now, [{ field: 'issuedOn', name: 'Ngày cấp', day: input.issuedOn }])
    const number = parseIdentityNumber(input.number)?.number ?? input.number
    insertPaper(db, context.now, {
      id: input.id,
      person_id: person.id,
      kind: input.kind,
      number,
      issued_on: input.issuedOn,
      issued_by: input.issuedBy,
      source: 'typed',
    })
    if (replaced) supersedePaper(db, replaced.id, context.now)
    const entity = { entity: 'paper', entityId: input.id, personId: person.id }
    const before = replaced ?? { kind: null, number: null, issued_on: null, issued_by: null }
    context.audit({
      action: replaced ? 'paper.replaced' : 'paper.added',
      subject: { kind: 'paper', id: input.id },
      personId: person.id,
      fields: [
        { ...entity, field: 'kind', before: before.kind, after: input.kind },
        { ...entity, field: 'number', before: before.number, after: number },
        { ...entity, field: 'issuedOn', before: before.issued_on, after: input.issuedOn },
        { ...entity, field: 'issuedBy', before: before.issued_by, after: input.issuedBy },
      ].filter((field) => field.before !== field.after),
    })
    return saved(db, context, person.id)
  },
  setAddress: (db, context, input) => {
    const person = personAt(db, input.personId)
    const before = listAddresses(db, person.id).find(
      (address) => address.kind === input.kind && address.superseded_at === null,
    )
    setAddress(db, context.now, {
      id: input.id,
      person_id: person.id,
      kind: input.kind,
      commune_code: input.communeCode,
      province_code: input.provinceCode,
      detail: input.detail,
      printed: null,
      valid_from: null,
    })
    context.audit({
      action: 'address.set',
      subject: { kind: 'address', id: input.id },
      personId: person.id,
      fields: [
        {
          entity: 'address',
          entityId: input.id,
          personId: person.id,
          field: input.kind,
          before: before?.detail ?? before?.printed ?? null,
          after: input.detail,
        },
      ],
    })
    return saved(db, context, person.id)
  },
}
