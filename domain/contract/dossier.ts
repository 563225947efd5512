import { z } from 'zod'
import { DOSSIER_STATES } from '../dossier/checklist.ts'
import { MISSING_REASONS } from '../dossier/judge-dossier.ts'
import { PAPER_FIELDS } from '../dossier/paper-fields.ts'
import { informationSheetSchema, SHEET_FORMS } from '../information-sheet/information-sheet.ts'
import { RETURN_RESIDENCES, WORK_ABILITIES } from '../stay/return-place.ts'
import { dayField, idField, lineField, optionalLine, versionField } from './fields.ts'
import { markFields, relativeFields } from './intake-fields.ts'
import { route } from './route.ts'

const itemShape = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  form: z.string().nullable(),
  isRequired: z.boolean(),
  state: z.enum(DOSSIER_STATES),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuer: z.string().nullable(),
  reason: z.enum(MISSING_REASONS).nullable(),
  note: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** Past its day and still not here. */
  isOverdue: z.boolean(),
  /** Shown from `/files/scan/<id of the item>`. */
  hasScan: z.boolean(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  version: z.number(),
})
export type DossierItem = z.infer<typeof itemShape>

const fileShape = z.object({ stayId: z.string(), items: z.array(itemShape), missing: z.number() })

const sheetShape = z.object({
  id: z.string(),
  stayId: z.string(),
  form: z.enum(SHEET_FORMS),
  /** Null when the sheet was written in an older shape: shown, not edited. */
  body: informationSheetSchema.nullable(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  version: z.number(),
})
export type StoredSheet = z.infer<typeof sheetShape>

const returnShape = z.object({
  stayId: z.string(),
  residence: z.enum(RETURN_RESIDENCES),
  work: z.enum(WORK_ABILITIES),
  proof: z.string().nullable(),
  registeredAddress: z.string().nullable(),
  registeredOn: z.string().nullable(),
  /** The dossier for social protection is to be made (DIS-07). */
  needsSocialProtection: z.boolean(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  version: z.number(),
})
export type StoredReturnPlace = z.infer<typeof returnShape>

const day = dayField.nullable().default(null)

export const dossierContract = {
  list: route({ access: 'dossier.read', kind: 'read', summary: 'The papers of a stay' })
    .input(z.strictObject({ stayId: idField }))
    .output(fileShape),
  setItem: route({ access: 'dossier.edit', kind: 'write', summary: 'A paper came, or turned out wrong' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        state: z.enum(DOSSIER_STATES).exclude(['required']),
        number: optionalLine(80, 'Số văn bản'),
        issuedOn: day,
        issuer: optionalLine(200, 'Nơi ban hành'),
        reason: z.enum(MISSING_REASONS).nullable().default(null),
        note: optionalLine(300, 'Ghi chú'),
        dueOn: day,
        /** A scan uploaded before; null leaves the scan as it is. */
        fileId: idField.nullable().default(null),
        /** What the editor saw in the fields above; only what differs from it is written. Null: not known. */
        seen: z.record(z.enum(PAPER_FIELDS), z.string().max(300).nullable()).nullable().default(null),
      }),
    )
    .output(fileShape),
  addItem: route({ access: 'dossier.edit', kind: 'write', summary: 'File a paper that is on no list' })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        title: lineField(200, 'Tên giấy tờ'),
        number: optionalLine(80, 'Số văn bản'),
        issuedOn: day,
        issuer: optionalLine(200, 'Nơi ban hành'),
        note: optionalLine(300, 'Ghi chú'),
        fileId: idField.nullable().default(null),
      }),
    )
    .output(fileShape),
  sheet: route({ access: 'dossier.read', kind: 'read', summary: 'The information sheet of a stay' })
    .input(z.strictObject({ stayId: idField }))
    .output(z.object({ sheet: sheetShape.nullable() })),
  saveSheet: route({ access: 'dossier.edit', kind: 'write', summary: 'Write the information sheet' })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        /** Null for the first time. */
        version: versionField.nullable(),
        body: informationSheetSchema,
      }),
    )
    .output(sheetShape),
  returnPlace: route({
    access: 'dossier.read',
    kind: 'read',
    summary: 'Where the person of a stay goes on leaving',
  })
    .input(z.strictObject({ stayId: idField }))
    .output(z.object({ place: returnShape.nullable() })),
  saveReturnPlace: route({
    access: 'dossier.edit',
    kind: 'write',
    summary: 'Write down where the person of a stay goes on leaving',
  })
    .input(
      z.strictObject({
        stayId: idField,
        /** Null for the first time. */
        version: versionField.nullable(),
        residence: z.enum(RETURN_RESIDENCES),
        work: z.enum(WORK_ABILITIES),
        proof: optionalLine(300, 'Giấy tờ chứng minh'),
        registeredAddress: optionalLine(300, 'Nơi đăng ký về'),
        registeredOn: day,
      }),
    )
    .output(returnShape),
  setRelatives: route({
    access: 'dossier.edit',
    kind: 'write',
    summary: 'The family as it stands; earlier rows are kept',
  })
    .input(z.strictObject({ personId: idField, relatives: z.array(relativeFields).max(20) }))
    .output(z.object({ personId: z.string() })),
  addMark: route({ access: 'dossier.edit', kind: 'write', summary: 'Write down a mark on the body' })
    .input(markFields.extend({ personId: idField }))
    .output(z.object({ personId: z.string() })),
  retireMark: route({
    access: 'dossier.edit',
    kind: 'write',
    summary: 'Withdraw a mark that was written down wrongly or is gone; it stays on file',
  })
    .input(z.strictObject({ id: idField, reason: lineField(300, 'Lý do bỏ') }))
    .output(z.object({ personId: z.string() })),
  setPhoto: route({
    access: 'dossier.edit',
    kind: 'write',
    summary: 'Keep an uploaded photo as the person’s',
  })
    .input(z.strictObject({ id: idField, personId: idField, fileId: idField }))
    .output(z.object({ photoId: z.string() })),
}
