import { z } from 'zod'
import { DOCUMENT_FORMS, EDITION_IDS } from '../documents/form-editions.ts'
import { INCIDENT_FORMS } from '../documents/incident-editions.ts'
import { DOCUMENT_REGISTERS } from '../documents/registers.ts'
import { INCIDENT_KINDS } from '../incidents/incident-kinds.ts'
import { dayField, idField, lineField, versionField } from './fields.ts'
import { route } from './route.ts'

/** A document as lists show it; its file is fetched from `/files/document/<id>.docx`. */
const documentShape = z.object({
  id: z.string(),
  /** Null for a document of the house. */
  personId: z.string().nullable(),
  stayId: z.string().nullable(),
  /** The campaign or the count of the box it is about; null for a document of a stay. */
  houseId: z.string().nullable(),
  /** The incident it is about, and the statement or notice of it. */
  incidentId: z.string().nullable(),
  incidentPart: z.string().nullable(),
  /** The case of discipline or reward it is about. */
  caseId: z.string().nullable(),
  form: z.enum(DOCUMENT_FORMS),
  edition: z.enum(EDITION_IDS),
  /** "Mẫu số 42"; null for a form of the house. */
  formNumber: z.string().nullable(),
  title: z.string(),
  register: z.enum(DOCUMENT_REGISTERS),
  /** As printed: `12/BB-CSCN`. */
  fullNumber: z.string(),
  year: z.number(),
  datedOn: z.string(),
  /** Tells of health: only who may see health opens it. */
  isMedical: z.boolean(),
  mayOpen: z.boolean(),
  /** Name for the file on the reader's disk. */
  fileName: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  sha256: z.string(),
  cancelledAt: z.string().nullable(),
  cancelledBy: z.string().nullable(),
  cancelReason: z.string().nullable(),
  version: z.number(),
})
export type DocumentLine = z.infer<typeof documentShape>

const askedShape = z.object({
  tag: z.string(),
  label: z.string(),
  /** What the record says already. */
  value: z.string(),
})

/** Whom or what a document is about: a stay, something of the house, or an incident. */
const ownerFields = {
  stayId: idField.nullable().default(null),
  houseId: idField.nullable().default(null),
  incidentId: idField.nullable().default(null),
  /** Of the incident: whose statement it is, or to whom the notice goes. */
  incidentPart: idField.nullable().default(null),
  /** Of the stay: the case of discipline or reward; null for the newest of the kind of the form. */
  caseId: idField.nullable().default(null),
}

export const documentsContract = {
  list: route({
    access: 'documents.read',
    kind: 'read',
    summary: 'Documents about a person, newest first, cancelled ones too',
  })
    .input(z.strictObject({ personId: idField }))
    .output(z.object({ documents: z.array(documentShape) })),
  listHouse: route({
    access: 'documents.read',
    kind: 'read',
    summary: 'Documents about a campaign or a count of the cash box, newest first',
  })
    .input(z.strictObject({ houseId: idField }))
    .output(z.object({ documents: z.array(documentShape) })),
  listIncident: route({
    access: 'documents.read',
    kind: 'read',
    summary: 'Documents about an incident, newest first, and the papers that may be made of it',
  })
    .input(z.strictObject({ incidentId: idField }))
    .output(
      z.object({
        documents: z.array(documentShape.extend({ about: z.string().nullable() })),
        offers: z.array(
          z.object({
            form: z.enum(INCIDENT_FORMS),
            partId: z.string().nullable(),
            about: z.string().nullable(),
            /** Why it cannot be made yet. */
            problem: z.string().nullable(),
          }),
        ),
        /** To whom reports of incidents are addressed, as the centre decided. */
        reportTo: z.string(),
      }),
    ),
  listInjuries: route({
    access: 'medical.read',
    kind: 'read',
    summary: 'Incidents in which somebody was examined, the newest first, with the minutes of it',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        incidents: z.array(
          z.object({
            incidentId: z.string(),
            /** Number and kind are not told of a restricted one. */
            number: z.string().nullable(),
            kind: z.enum(INCIDENT_KINDS).nullable(),
            noticedAt: z.string(),
            people: z.array(z.object({ name: z.string(), isExamined: z.boolean() })),
            documents: z.array(documentShape),
          }),
        ),
      }),
    ),
  setReportTo: route({
    access: 'incident.decide',
    kind: 'write',
    summary: 'Decide to whom reports of incidents are addressed',
  })
    .input(z.strictObject({ to: lineField(200, 'Nơi nhận báo cáo') }))
    .output(z.object({ to: z.string() })),
  get: route({ access: 'documents.read', kind: 'read', summary: 'One document without its file' })
    .input(z.strictObject({ id: idField }))
    .output(documentShape),
  prepare: route({
    access: 'documents.make',
    kind: 'read',
    summary: 'What a form would be: its number, day, and the texts the desk may fill in',
  })
    .input(
      z.strictObject({
        ...ownerFields,
        form: z.enum(DOCUMENT_FORMS),
        /** Null: the day of reception for the hand-over record, today for the others. */
        on: dayField.nullable().default(null),
      }),
    )
    .output(
      z.object({
        form: z.enum(DOCUMENT_FORMS),
        on: z.string(),
        formNumber: z.string().nullable(),
        title: z.string(),
        signer: z.string(),
        asked: z.array(askedShape),
        problem: z.string().nullable(),
      }),
    ),
  make: route({
    access: 'documents.make',
    kind: 'call',
    summary: 'Make a document: number it, fill its template in, and keep the file as it is',
  })
    .input(
      z.strictObject({
        id: idField,
        ...ownerFields,
        form: z.enum(DOCUMENT_FORMS),
        on: dayField.nullable().default(null),
        /** Texts by tag; what is left out is taken from the record. */
        answers: z
          .record(
            z.string().max(60),
            z.string().max(4000, { error: 'Ô này dài quá 4.000 ký tự. Rút gọn lại.' }),
          )
          .default({}),
      }),
    )
    .output(documentShape),
  cancel: route({
    access: 'documents.make',
    kind: 'write',
    summary: 'Cancel a document with a reason; its number stays used',
  })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(300, 'Lý do hủy') }))
    .output(documentShape),
}
