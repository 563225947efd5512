import type { ReadDb } from '#db/connection/handles.ts'
import { findPerson, findStay } from '#db/queries/people/reader.ts'
import { listNotSame } from '#db/queries/merging/links.ts'
import { readClockRules } from '#db/queries/rules/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { ReceiveInput } from '#domain/contract/intake-fields.ts'
import { checklistFor } from '#domain/dossier/checklist.ts'
import { judgeDossier, type JudgedDossier } from '#domain/dossier/judge-dossier.ts'
import { isMinorOn } from '#domain/dossier/minor.ts'
import { AppError, type Problem } from '#domain/errors.ts'
import { parseIdentityNumber } from '#domain/identity/identity-number.ts'
import { termRegime } from '#domain/law/regime.ts'
import type { MatchRecord } from '#domain/matching/compare-people.ts'
import { formatBirth, storedBirth } from '#domain/people/birth.ts'
import { clockOfStay, type StayTermFacts } from '#domain/stay/clock-of-stay.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { provinceOf } from './addresses.ts'
import { findMatches, whereIs, type FoundMatch } from './find-matches.ts'

type Stay = ReceiveInput['stay']
type Answer = ReceiveInput['dossier'][number]

/** The person of the form as matching compares. */
function describedPerson(input: ReceiveInput): MatchRecord {
  const { name, alias, birth, sex } = input.person.fields
  const parent = (relation: 'father' | 'mother') =>
    input.relatives.find((relative) => relative.relation === relation)?.name ?? null
  return {
    name,
    alias,
    birth,
    sex,
    numbers: input.papers.map(({ number }) => parseIdentityNumber(number)?.number ?? number),
    communes: input.addresses.flatMap(({ communeCode }) => communeCode ?? []),
    father: parent('father'),
    mother: parent('mother'),
    // A decision is new each time; only the dossier's number may be an old one.
    stayNumbers: input.stay.dossierNumber === null ? [] : [input.stay.dossierNumber],
  }
}

/**
 * What forbids receiving this person as the desk has decided: already inside, gone from the file, or somebody on
 * file who is likely the same and about whom nothing was decided. The last also stops the second of two desks that
 * scan one newcomer.
 * @throws AppError `not_found`, `conflict` when the file changed since the desk looked
 */
export function judgeWho(db: ReadDb, input: ReceiveInput): Problem[] {
  const { person } = input
  const decided = new Set(person.notSame.map(({ personId }) => personId))
  if (person.kind === 'existing') {
    const row = findPerson(db, person.personId)
    if (!row || row.cancelled_at !== null) {
      throw new AppError('not_found', 'Hồ sơ đã chọn không còn dùng (đã hủy hoặc đã gộp). Tra cứu lại.')
    }
    const where = whereIs(db, person.personId)
    if (where !== null) {
      return [{ code: 'already-inside', message: `${row.name} ${where}.`, field: 'person' }]
    }
    if (row.version !== person.version) {
      throw new AppError('conflict', undefined, { current: { version: row.version, name: row.name } })
    }
    decided.add(person.personId)
    for (const id of listNotSame(db, person.personId)) decided.add(id)
  } else if (findPerson(db, person.id)) {
    throw new AppError('conflict', 'Người này đã được tiếp nhận. Tải lại để xem hồ sơ.')
  }
  const open = findMatches(db, describedPerson(input), decided).filter(({ match }) =>
    person.kind === 'new'
      ? match.level !== 'possible' || match.fields.number === 'same'
      : match.fields.number === 'same',
  )
  return open.map((found) => unanswered(db, found))
}

function unanswered(db: ReadDb, { known, match }: FoundMatch): Problem {
  const birth = known.birth === null ? '' : `, sinh ${formatBirth(known.birth)}`
  const where = whereIs(db, known.personId)
  const number = match.fields.number === 'same' ? ', trùng số giấy tờ' : ''
  const message = `${known.name}${birth}${number}${where === null ? ' đã có hồ sơ' : ` ${where}`}. Chọn “Cùng một người” hoặc “Không phải một người”.`
  return {
    code: where === null ? 'match-unanswered' : 'already-inside',
    message,
    field: `person.match.${known.personId}`,
  }
}

/** Communes of today only: what is stored here is where the person goes home to. */
export function judgeAddresses(input: ReceiveInput): Problem[] {
  return input.addresses.flatMap(({ communeCode, provinceCode }, index): Problem[] => {
    if (communeCode === null) return []
    const province = provinceOf(communeCode)
    if (province !== undefined && (provinceCode ?? province) === province) return []
    const message =
      'Xã này không có trong danh mục từ 01/07/2025. Gõ tên xã cũ hoặc mới rồi chọn trong danh sách.'
    return [{ code: 'commune-unknown', message, field: `addresses.${index}.communeCode` }]
  })
}

/** Days of the form that cannot be, and a decision the track cannot have. */
export function judgeStay(db: ReadDb, stay: Stay, receivedOn: Day): Problem[] {
  if (findStay(db, stay.id))
    throw new AppError('conflict', 'Người này đã được tiếp nhận. Tải lại để xem hồ sơ.')
  const problems: Problem[] = []
  const late = (day: Day | null | undefined, name: string, field: string) => {
    if (!day || day <= receivedOn) return
    const message = `${name} ${formatDay(day)} sau ngày tiếp nhận ${formatDay(receivedOn)}. Xem lại giấy.`
    problems.push({ code: 'day-after-reception', message, field })
  }
  late(stay.decision?.on, 'Ngày quyết định', 'stay.decision.on')
  late(stay.heldFrom, 'Ngày quyết định giao quản lý', 'stay.heldFrom')
  if (
    stay.track === 'held' &&
    (stay.decision !== null || stay.termMonths !== null || stay.startOn !== null)
  ) {
    const message =
      'Người đang lập hồ sơ chưa có quyết định và thời hạn. Ghi quyết định giao quản lý ở mục hồ sơ.'
    problems.push({ code: 'held-with-decision', message, field: 'stay.decision' })
  }
  return problems
}

const CLOCK_FIELDS: Record<string, string> = {
  decidedOn: 'stay.decision.on',
  startOn: 'stay.startOn',
  termMonths: 'stay.termMonths',
  ordinal: 'stay.ordinal',
  heldFrom: 'stay.heldFrom',
  birthOn: 'person.fields.birth',
}

/** The stay of the form as the clock reads it. */
export function termFacts(input: ReceiveInput): StayTermFacts {
  const { stay } = input
  return {
    initialTrack: stay.track,
    termRegime: termRegime(stay.decision?.on ?? null),
    decisionOn: stay.decision?.on ?? null,
    startOn: stay.startOn,
    termMonths: stay.termMonths,
    ordinal: stay.ordinal,
    heldFrom: stay.heldFrom,
    birthOn: storedBirth(input.person.fields.birth).birthOn,
  }
}

/** What the clock cannot compute with; without a decision it waits, which forbids nothing. */
export function judgeTerm(db: ReadDb, input: ReceiveInput): Problem[] {
  if (input.stay.decision === null) return []
  return clockOfStay(termFacts(input), [], readClockRules(db)).problems.map(({ code, message, field }) => ({
    code,
    message,
    field: CLOCK_FIELDS[field ?? ''] ?? 'stay',
  }))
}

export interface JudgedPapers extends JudgedDossier {
  answers: Answer[]
  person: { isMinor: boolean; hasNoResidence: boolean }
}

/** The papers of the form; the stay's decision answers for the paper that is the decision. */
export function judgePapers(
  db: ReadDb,
  input: ReceiveInput,
  receivedOn: Day,
  newId: () => string,
): JudgedPapers {
  const { stay } = input
  const person = {
    isMinor: isMinorOn(input.person.fields.birth, receivedOn),
    hasNoResidence: stay.hasNoResidence,
  }
  const paper = checklistFor(stay.track, receivedOn, person).find((item) => item.isDecision)
  const answers = [...input.dossier]
  const said = answers.find(({ code }) => code === paper?.code)
  const problems: Problem[] = []
  if (paper && stay.decision !== null) {
    const { number, on, issuer } = stay.decision
    const filed = {
      id: said?.id ?? newId(),
      code: paper.code,
      state: 'received' as const,
      number,
      issuedOn: on,
      issuer,
      reason: null,
      note: said?.note ?? null,
      fileId: said?.fileId ?? null,
    }
    if (said === undefined) answers.push(filed)
    else if (said.state === 'received') answers[answers.indexOf(said)] = filed
  }
  if (paper && stay.track !== 'held' && stay.decision === null && said?.state === 'received') {
    const message = `Đã nhận “${paper.title}”: ghi số, ngày và nơi ban hành.`
    problems.push({ code: 'decision-unwritten', message, field: 'stay.decision' })
  }
  const days = readSetting(db, 'intake.missing-paper-days')
  const judged = judgeDossier(stay.track, receivedOn, person, answers, days)
  return { ...judged, problems: [...problems, ...judged.problems], answers, person }
}

/** Day of reception of the form. */
export function receptionDay(input: ReceiveInput, now: string): Day {
  return dayOf(input.at ?? now)
}
