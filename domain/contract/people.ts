import { z } from 'zod'
import { IDENTITY_KINDS } from '../identity/identity-kinds.ts'
import { isBirthText } from '../people/birth.ts'
import { ADDRESS_KINDS } from '../people/person-fields.ts'
import { SEXES } from '../people/sex.ts'
import { LIST_SORTS, LIST_STATES } from '../people/people-list.ts'
import { TRACKS } from '../stay/track.ts'
import { plainText } from '../text/plain-text.ts'
import { pageOf } from './answers.ts'
import {
  cursorField,
  dayField,
  idField,
  lineField,
  optionalLine,
  pageFields,
  versionField,
} from './fields.ts'
import { historyEntryShape, personFileShape, personLineShape, searchHitShape } from './person-shapes.ts'
import { route } from './route.ts'

/** Text that may be left out of an edit; an empty box empties the field. */
function text(max: number, name: string) {
  return z
    .string()
    .overwrite(plainText)
    .trim()
    .max(max, { error: `${name} dài quá ${max} ký tự. Rút gọn lại.` })
    .transform((value) => (value === '' ? null : value))
    .nullable()
}

const birthField = z.string().refine(isBirthText, {
  error: 'Ngày sinh không có thật. Ghi ngày/tháng/năm, tháng/năm hoặc chỉ năm, ví dụ 05/03/1990.',
})

const personEdit = z
  .strictObject({
    name: lineField(120, 'Họ và tên'),
    alias: text(120, 'Tên gọi khác'),
    birth: birthField.nullable(),
    sex: z.enum(SEXES),
    placementSex: z.enum(SEXES).nullable(),
    ethnicity: text(60, 'Dân tộc'),
    occupation: text(120, 'Nghề nghiệp'),
    education: text(120, 'Học vấn'),
    note: text(2000, 'Ghi chú'),
  })
  .partial()
export type PersonEdit = z.infer<typeof personEdit>

const stayEdit = z
  .strictObject({
    dossierNumber: text(60, 'Số hồ sơ'),
    ordinal: z
      .int({ error: 'Lần cai nghiện là số nguyên từ 1.' })
      .min(1, { error: 'Lần cai nghiện là số nguyên từ 1.' })
      .max(100, { error: 'Lần cai nghiện lớn quá. Kiểm tra lại.' }),
    ordinalSource: lineField(200, 'Căn cứ xác định số lần'),
    decisionNumber: text(80, 'Số quyết định'),
    decisionOn: dayField.nullable(),
    decisionIssuer: text(200, 'Cơ quan ra quyết định'),
    startOn: dayField.nullable(),
    startSource: text(200, 'Căn cứ ngày bắt đầu'),
    termMonths: z
      .int({ error: 'Thời hạn là số tháng, từ 1 đến 60.' })
      .min(1, { error: 'Thời hạn là số tháng, từ 1 đến 60.' })
      .max(60, { error: 'Thời hạn là số tháng, từ 1 đến 60.' })
      .nullable(),
    heldFrom: dayField.nullable(),
  })
  .partial()

/** What the editor saw in the fields of an edit: a field changed since by somebody else makes a conflict. */
const seenFields = z.record(z.string().max(40), z.union([z.string(), z.number(), z.null()]))

const filterFields = {
  group: z.enum(['on-roll', 'past']).default('on-roll'),
  zones: z.array(z.string().max(64)).max(60).default([]),
  tracks: z.array(z.enum(TRACKS)).max(TRACKS.length).default([]),
  sexes: z.array(z.enum(SEXES)).max(SEXES.length).default([]),
  states: z.array(z.enum(LIST_STATES)).max(LIST_STATES.length).default([]),
  awaitingBed: z.boolean().default(false),
  /** Terms that end within so many days from today, overdue ones too. */
  endsWithin: z.int().min(0).max(3660).nullable().default(null),
  /** Only people with an alert that holds. */
  withAlert: z.boolean().default(false),
  /** Papers of the dossier that should have come by now and have not. */
  papersOverdue: z.boolean().default(false),
  /** Words as in the search: beginnings of names, initials, numbers. */
  words: z.string().max(20_000).default(''),
}
const listFilter = z.strictObject(filterFields)
export type PeopleFilter = z.infer<typeof listFilter>

const listOrder = {
  sort: z.enum(LIST_SORTS).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
}

export const peopleContract = {
  search: route({ access: 'people.search', kind: 'read', summary: 'People by name, number, dossier or bed' })
    .input(z.strictObject({ text: z.string().max(20_000) }))
    .output(
      z.object({ present: z.array(searchHitShape), past: z.array(searchHitShape), hasMore: z.boolean() }),
    ),
  list: route({ access: 'people.read', kind: 'read', summary: 'A page of the people list' })
    .input(
      z.strictObject({
        ...filterFields,
        ...listOrder,
        ...pageFields(200, 50),
      }),
    )
    .output(pageOf(personLineShape)),
  count: route({ access: 'people.read', kind: 'read', summary: 'How many people a filter holds' })
    .input(listFilter)
    .output(z.object({ total: z.number() })),
  export: route({ access: 'exports.run', kind: 'call', summary: 'The filtered list as an Excel file' })
    .input(z.strictObject({ ...filterFields, ...listOrder }))
    .output(z.file()),
  print: route({
    access: 'exports.run',
    kind: 'call',
    summary: 'The filtered list for printing, all rows at once; audited',
  })
    .input(z.strictObject({ ...filterFields, ...listOrder }))
    .output(z.object({ rows: z.array(personLineShape) })),
  get: route({ access: 'people.read', kind: 'read', summary: "A person's file; the look is recorded" })
    .input(z.strictObject({ id: idField }))
    .output(personFileShape),
  history: route({ access: 'people.read', kind: 'read', summary: "Every change of a person's file" })
    .input(z.strictObject({ id: idField, cursor: cursorField }))
    .output(z.object({ entries: z.array(historyEntryShape), next: z.string().nullable() })),
  views: route({ access: 'views.read', kind: 'read', summary: "Who opened a person's file" })
    .input(z.strictObject({ id: idField, cursor: cursorField }))
    .output(
      z.object({
        views: z.array(
          z.object({
            seq: z.number(),
            at: z.string(),
            actorName: z.string(),
            desk: z.string(),
            action: z.string(),
          }),
        ),
        next: z.string().nullable(),
      }),
    ),
  change: route({ access: 'people.edit', kind: 'write', summary: 'Correct fields of a person' })
    .input(z.strictObject({ id: idField, version: versionField, fields: personEdit, seen: seenFields }))
    .output(personFileShape),
  changeStay: route({ access: 'people.edit', kind: 'write', summary: 'Correct fields of a stay' })
    .input(z.strictObject({ id: idField, version: versionField, fields: stayEdit, seen: seenFields }))
    .output(personFileShape),
  addPaper: route({
    access: 'people.edit',
    kind: 'write',
    summary: 'Add an identity paper, in place of another where one is named',
  })
    .input(
      z.strictObject({
        id: idField,
        personId: idField,
        kind: z.enum(IDENTITY_KINDS),
        number: lineField(30, 'Số giấy tờ'),
        issuedOn: dayField.nullable().default(null),
        issuedBy: optionalLine(200, 'Nơi cấp'),
        replaces: idField.nullable().default(null),
      }),
    )
    .output(personFileShape),
  setAddress: route({ access: 'people.edit', kind: 'write', summary: 'Set an address; the earlier is kept' })
    .input(
      z.strictObject({
        id: idField,
        personId: idField,
        kind: z.enum(ADDRESS_KINDS),
        detail: lineField(300, 'Địa chỉ'),
        communeCode: optionalLine(10, 'Mã xã'),
        provinceCode: optionalLine(10, 'Mã tỉnh'),
      }),
    )
    .output(personFileShape),
}
