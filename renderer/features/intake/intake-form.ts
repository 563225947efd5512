import { z } from 'zod'
import { ALERT_CODES } from '#domain/alerts/alert-codes.ts'
import { RECEPTION_WAYS } from '#domain/custody/facts.ts'
import { DOSSIER_STATES } from '#domain/dossier/checklist.ts'
import { MISSING_REASONS } from '#domain/dossier/judge-dossier.ts'
import { IDENTITY_KINDS } from '#domain/identity/identity-kinds.ts'
import { informationSheetSchema, type InformationSheet } from '#domain/information-sheet/information-sheet.ts'
import { MARK_KINDS, RELATIONS } from '#domain/information-sheet/personal-lists.ts'
import { ADDRESS_KINDS } from '#domain/people/person-fields.ts'
import { SEXES } from '#domain/people/sex.ts'
import { KEEP_APART_LEVELS } from '#domain/placement/keep-apart.ts'
import { TRACKS } from '#domain/stay/track.ts'

// The form as typed and as kept at the hub while it is unfinished. Every part reads a draft of an older program: what
// it does not understand becomes empty rather than losing the rest.

const text = z.string().catch('')
const day = z.string().nullable().catch(null)
const count = z.number().nullable().catch(null)
const id = z.string().catch(() => crypto.randomUUID())

function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values).nullable().catch(null)
}

function rows<Row extends z.ZodType>(row: Row) {
  return z.array(row).catch([])
}

const paper = z.object({
  id,
  kind: z.enum(IDENTITY_KINDS).catch('citizen-card'),
  number: text,
  issuedOn: day,
  issuedBy: text,
  source: z.enum(['card', 'typed']).catch('typed'),
})
export type PaperRow = z.output<typeof paper>

const address = z.object({
  id,
  kind: z.enum(ADDRESS_KINDS),
  /** As printed on the card or as typed. */
  text,
  communeCode: day,
  provinceCode: day,
  /** What was understood or picked, in words. */
  label: text,
  detail: text,
})
export type AddressRow = z.output<typeof address>

const relative = z.object({
  id,
  relation: z.enum(RELATIONS).catch('other'),
  name: text,
  birthYear: count,
  phone: text,
  address: text,
  occupation: text,
  isContact: z.boolean().catch(false),
})
export type RelativeRow = z.output<typeof relative>

const dossierAnswer = z.object({
  id,
  state: z.enum(DOSSIER_STATES).catch('required'),
  number: text,
  issuedOn: day,
  issuer: text,
  reason: choice(MISSING_REASONS),
  note: text,
  /** The scan sent for it. */
  fileId: day,
})
export type DossierAnswerRow = z.output<typeof dossierAnswer>

const thing = z.object({ id, description: text, quantity: z.number().catch(1), condition: text })
export type ThingRow = z.output<typeof thing>

const bag = z.object({ id, sealNumber: text, storedAt: text, lines: rows(thing) })
export type BagRow = z.output<typeof bag>

const mark = z.object({ id, kind: z.enum(MARK_KINDS).catch('tattoo'), place: text, description: text })
export type MarkRow = z.output<typeof mark>

const notSame = z.object({ personId: z.string(), name: text, reason: text })

const pair = z.object({
  id,
  otherPersonId: z.string(),
  name: text,
  level: z.enum(KEEP_APART_LEVELS).catch('room'),
  reason: text,
})
export type PairRow = z.output<typeof pair>

const alertLine = z.object({ id, code: choice(ALERT_CODES), detail: text, reason: text })
export type AlertLineRow = z.output<typeof alertLine>

const bed = z
  .object({ bedId: z.string(), code: text, roomCode: text, zoneName: text, asksReason: z.boolean() })
  .nullable()
  .catch(null)

const known = z.object({ personId: z.string(), version: z.number(), name: text }).nullable().catch(null)

const sheet = z.unknown().default({}).transform(readSheet)

const check = z.object({
  pulse: count,
  systolic: count,
  diastolic: count,
  temperature: count,
  drugTest: text,
  withdrawalSigns: text,
  injuries: text,
  conclusion: text,
  illnesses: z.record(z.string(), z.enum(['yes', 'no', 'unknown'])).catch({}),
})
export type CheckForm = z.output<typeof check>

const intakeForm = z.object({
  ids: z
    .object({
      person: id,
      stay: id,
      reception: id,
      placing: id,
      deposit: id,
      sheet: id,
      photo: id,
      check: id,
    })
    .catch(freshIds),
  expectedId: day,
  name: text,
  alias: text,
  /** As typed: `1990`, `03/1990`, `05/03/1990`. */
  birth: text,
  sex: choice(SEXES),
  placementSex: choice(SEXES),
  papers: rows(paper),
  /** Fields that hold what the card says. */
  fromCard: rows(z.string()),
  track: choice(TRACKS),
  how: z.enum(RECEPTION_WAYS).exclude(['import']).catch('escort'),
  from: text,
  note: text,
  /** The person on file, once a human has said so; null: nobody on file. */
  known,
  notSame: rows(notSame),
  ordinal: count,
  ordinalReason: text,
  dossierNumber: text,
  hasNoResidence: z.boolean().catch(false),
  /** By the code of the checklist. */
  dossier: z.record(z.string(), dossierAnswer).catch({}),
  decisionNumber: text,
  decisionOn: day,
  decisionIssuer: text,
  startOn: day,
  startSource: text,
  termMonths: count,
  heldFrom: day,
  addresses: rows(address),
  photoFileId: day,
  marks: rows(mark),
  bags: rows(bag),
  kept: rows(thing),
  money: count,
  moneyNote: text,
  relatives: rows(relative),
  sheet,
  check: check.catch(() => emptyCheck()),
  keepApart: rows(pair),
  alerts: rows(alertLine),
  bed,
  bedReason: text,
})
export type IntakeForm = z.output<typeof intakeForm>

/** The kept sheet; a field that does not fit becomes empty, the others stay. */
function readSheet(kept: unknown): InformationSheet {
  const fields = Object.entries(typeof kept === 'object' && kept !== null ? kept : {}).filter(([field]) =>
    Object.hasOwn(informationSheetSchema.shape, field),
  )
  const whole = informationSheetSchema.safeParse(Object.fromEntries(fields))
  if (whole.success) return whole.data
  const wrong = new Set(whole.error.issues.map(({ path }) => path[0]))
  return informationSheetSchema.parse(Object.fromEntries(fields.filter(([field]) => !wrong.has(field))))
}

function freshIds() {
  const one = () => crypto.randomUUID()
  return {
    person: one(),
    stay: one(),
    reception: one(),
    placing: one(),
    deposit: one(),
    sheet: one(),
    photo: one(),
    check: one(),
  }
}

function emptyCheck(): CheckForm {
  return {
    pulse: null,
    systolic: null,
    diastolic: null,
    temperature: null,
    drugTest: '',
    withdrawalSigns: '',
    injuries: '',
    conclusion: '',
    illnesses: {},
  }
}

/** A form nobody has typed into; its records have their ids already, so that sending twice writes once. */
export function emptyIntake(): IntakeForm {
  return intakeForm.parse({})
}

/** The form out of a kept draft. */
export function readIntake(kept: Record<string, unknown>): IntakeForm {
  return intakeForm.parse(kept)
}

/** A paper not filled in yet. */
export function emptyPaper(): PaperRow {
  return paper.parse({})
}

/** An address of a kind, not filled in yet. */
export function emptyAddress(kind: AddressRow['kind']): AddressRow {
  return address.parse({ kind })
}

export function emptyAnswer(): DossierAnswerRow {
  return dossierAnswer.parse({})
}

export function emptyThing(): ThingRow {
  return thing.parse({})
}

export function emptyBag(): BagRow {
  return { ...bag.parse({}), lines: [emptyThing()] }
}

export function emptyMark(): MarkRow {
  return mark.parse({})
}

/** An alert nobody has chosen a kind for yet. */
export function emptyAlert(): AlertLineRow {
  return alertLine.parse({})
}

export function emptyRelative(relation: RelativeRow['relation']): RelativeRow {
  return relative.parse({ relation })
}

const LONGEST_TITLE = 40

/** How an unfinished reception is called in lists. */
export function draftTitle(form: IntakeForm): string {
  const name = form.name.trim() || form.papers[0]?.number || 'Chưa có tên'
  return name.length > LONGEST_TITLE ? `${name.slice(0, LONGEST_TITLE)}…` : name
}
