import type { z } from 'zod'
import { receiveFields } from '#domain/contract/intake-fields.ts'
import { ASKED_ILLNESSES } from '#domain/information-sheet/first-check.ts'
import { informationSheetSchema } from '#domain/information-sheet/information-sheet.ts'
import { parseBirth, type BirthText } from '#domain/people/birth.ts'
import type { IntakeForm } from '#renderer/features/intake/intake-form.ts'
import type { Problems } from '#renderer/features/intake/intake-store.ts'

type Sent = z.input<typeof receiveFields>

export type BuiltReception =
  | { input: z.output<typeof receiveFields>; problems: null }
  | { input: null; problems: Problems }

const BIRTH_PATH = 'person.fields.birth'
const BIRTH_WRONG = 'Ngày sinh không có thật. Ghi ngày/tháng/năm, tháng/năm hoặc chỉ năm, ví dụ 05/03/1990.'

/** The birth as typed, when it can be read. */
export function birthOf(form: Pick<IntakeForm, 'birth'>): BirthText | null {
  return parseBirth(form.birth) ?? null
}

/** True when the form holds anything of the first health check. */
function hasCheck({ check }: IntakeForm): boolean {
  const { illnesses, ...rest } = check
  return (
    Object.keys(illnesses).length > 0 || Object.values(rest).some((value) => value !== null && value !== '')
  )
}

function hasSheet({ sheet }: IntakeForm): boolean {
  return JSON.stringify(sheet) !== JSON.stringify(informationSheetSchema.parse({}))
}

function personOf(form: IntakeForm): Sent['person'] {
  const { name, alias, placementSex } = form
  // An unchosen sex is refused by the schema with its own sentence.
  const sex = form.sex as Exclude<typeof form.sex, null>
  const fields = { name, alias, birth: birthOf(form), sex, placementSex }
  const notSame = form.notSame.map(({ personId, reason }) => ({ personId, reason }))
  return form.known
    ? { kind: 'existing', personId: form.known.personId, version: form.known.version, fields, notSame }
    : { kind: 'new', id: form.ids.person, fields, notSame }
}

function stayOf(form: IntakeForm): Sent['stay'] {
  const isHeld = form.track === 'held'
  const { decisionNumber: number, decisionOn: on, decisionIssuer: issuer } = form
  const hasDecision = !isHeld && (number !== '' || on !== null || issuer !== '')
  return {
    id: form.ids.stay,
    track: form.track as Exclude<typeof form.track, null>,
    dossierNumber: form.dossierNumber,
    decision: hasDecision ? { number, on: on ?? '', issuer } : null,
    startOn: isHeld ? null : form.startOn,
    startSource: isHeld || form.startOn === null ? null : form.startSource,
    termMonths: isHeld ? null : form.termMonths,
    heldFrom: form.heldFrom,
    ordinal: form.ordinal ?? 0,
    ordinalReason: form.ordinalReason,
    hasNoResidence: form.hasNoResidence,
  }
}

function thingsOf(form: IntakeForm): Sent['belongings'] {
  const kept = form.kept.filter(({ description }) => description.trim() !== '')
  return form.bags.length + kept.length === 0 ? null : { bags: form.bags, kept }
}

function checkOf({ ids, check }: IntakeForm): Sent['firstCheck'] {
  const { illnesses, ...rest } = check
  const answered = ASKED_ILLNESSES.flatMap((illness) => {
    const answer = illnesses[illness]
    return answer === undefined ? [] : [{ illness, answer }]
  })
  return { id: ids.check, body: { ...rest, illnesses: answered } }
}

/** False for a line of an alert nobody has written into. */
function isSaid({ code, detail, reason }: IntakeForm['alerts'][number]): boolean {
  return code !== null || detail.trim() !== '' || reason.trim() !== ''
}

function sentOf(form: IntakeForm, may: { medical: boolean }): Sent {
  return {
    at: null,
    expectedId: form.expectedId,
    person: personOf(form),
    papers: form.papers.filter(({ number }) => number.trim() !== ''),
    addresses: form.addresses
      .filter(({ text, communeCode }) => text.trim() !== '' || communeCode !== null)
      .map(({ id, kind, communeCode, provinceCode, detail, text }) => ({
        id,
        kind,
        communeCode,
        provinceCode,
        detail,
        printed: text,
      })),
    relatives: form.relatives.filter(({ name }) => name.trim() !== ''),
    stay: stayOf(form),
    reception: { eventId: form.ids.reception, how: form.how, from: form.from, note: form.note },
    dossier: Object.entries(form.dossier)
      .filter(([, { state }]) => state !== 'required')
      .map(([code, answer]) => ({
        ...answer,
        code,
        fileId: answer.state === 'received' ? answer.fileId : null,
      })),
    bed: form.bed
      ? {
          eventId: form.ids.placing,
          bedId: form.bed.bedId,
          reason: form.bedReason,
        }
      : null,
    keepApart: form.keepApart.map(({ name: _name, ...pair }) => pair),
    alerts: form.alerts.filter(isSaid).map((alert) => ({
      ...alert,
      // An unchosen kind is refused by the schema with its own sentence.
      code: alert.code as Exclude<typeof alert.code, null>,
    })),
    belongings: thingsOf(form),
    deposit:
      form.money === null || form.money === 0
        ? null
        : { id: form.ids.deposit, amount: form.money, note: form.moneyNote },
    sheet: hasSheet(form) ? { id: form.ids.sheet, body: form.sheet } : null,
    marks: form.marks.filter(({ place }) => place.trim() !== ''),
    photo: form.photoFileId === null ? null : { id: form.ids.photo, fileId: form.photoFileId },
    firstCheck: may.medical && hasCheck(form) ? checkOf(form) : null,
  }
}

/** What the hub is to be asked, or the sentences for the fields that cannot be sent as they stand. */
export function buildReception(form: IntakeForm, may: { medical: boolean }): BuiltReception {
  const sent = sentOf(form, may)
  const read = receiveFields.safeParse(sent)
  const problems: Record<string, string> = {}
  if (form.birth.trim() !== '' && birthOf(form) === null) problems[BIRTH_PATH] = BIRTH_WRONG
  for (const { path, message } of read.error?.issues ?? []) {
    problems[path.map(String).join('.')] ??= message
  }
  for (const [index, alert] of sent.alerts?.entries() ?? []) {
    if (alert.code !== 'other' || alert.detail?.trim()) continue
    problems[`alerts.${index}.detail`] ??= 'Ghi rõ cần lưu ý điều gì.'
  }
  if (form.ordinal === null) problems['stay.ordinal'] = 'Xác nhận đây là lần cai nghiện thứ mấy.'
  if (form.bed?.asksReason && form.bedReason.trim() === '') {
    problems['bed.reason'] = 'Giường này có điều chưa hợp. Ghi lý do vẫn xếp.'
  }
  if (!read.success || Object.keys(problems).length > 0)
    return { input: null, problems: byRow(problems, sent) }
  return { input: read.data, problems: null }
}

/** Paths of papers that come and go with empty rows, by the id of their row; of the dossier, by code. */
export function byRow(problems: Problems, sent: Sent | z.output<typeof receiveFields>): Problems {
  const named = Object.entries(problems).map(([path, message]) => {
    const [list = '', index = '', ...rest] = path.split('.')
    const found: readonly { id: string; code?: string }[] | undefined =
      list === 'papers' ||
      list === 'addresses' ||
      list === 'relatives' ||
      list === 'marks' ||
      list === 'alerts' ||
      list === 'dossier'
        ? sent[list]
        : undefined
    const row = /^\d+$/.test(index) ? found?.[Number(index)] : undefined
    return [row ? [list, row.code ?? row.id, ...rest].join('.') : path, message] as const
  })
  return Object.fromEntries(named)
}
