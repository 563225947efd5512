import type { Insertable } from 'kysely'
import type { DossierItemTable } from '#db/schema/dossier-item.ts'
import { checklistFor, checklistOn, type ChecklistItem } from '#domain/dossier/checklist.ts'
import { judgeDossier, type DossierAnswer, type MissingReason } from '#domain/dossier/judge-dossier.ts'
import { isMinorOn } from '#domain/dossier/minor.ts'
import { birthText } from '#domain/people/birth.ts'
import { SETTING_DEFAULTS } from '#domain/settings/settings.ts'
import type { Track } from '#domain/stay/track.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { InventedPerson } from './invented-people.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Calendar days in which a missing paper is awaited. */
export const MISSING_PAPER_DAYS = SETTING_DEFAULTS['intake.missing-paper-days']

type DossierRow = Insertable<DossierItemTable>

/** How papers that bear a number are numbered by those who issue them. */
const NUMBERINGS: Record<string, string | undefined> = {
  assignment: 'QĐ-CAT',
  'holding-decision': 'QĐ-CAX',
  'voluntary-decision': 'QĐ-CAX',
  'violation-record': 'BB-VPHC',
  'addiction-result': 'PKQ-TTYT',
  'police-proposal': 'CV-CAX',
  proposal: 'CV-CAX',
}

/** Why one paper is not there yet. */
const REASONS: readonly [MissingReason, MissingReason, MissingReason] = [
  'sent-later',
  'sent-later',
  'wrong-content',
]

/** One reception, or a change of track, with which a list of papers comes. */
interface SeededReception {
  stayId: string
  track: Track
  actOn: Day
  at: Instant
  by: string
  /** Null while the papers that decide are those of the list only. */
  decision: { number: string; on: Day; issuer: string } | null
  /** One required paper is still awaited. */
  isIncomplete: boolean
}

/** The papers of the list as filed, those already on file left out. */
export function inventDossier(
  random: SeededRandom,
  newId: () => string,
  who: InventedPerson,
  reception: SeededReception,
  filed: readonly DossierRow[],
): DossierRow[] {
  const { stayId, track, actOn, at, by, decision } = reception
  const birth = birthText({
    birthOn: who.person.birth_on,
    birthPrecision: who.person.birth_precision ?? null,
  })
  const person = { isMinor: isMinorOn(birth, actOn), hasNoResidence: false }
  const list = checklistFor(track, actOn, person)
  const awaitable = list.filter((item) => item.isRequired && !item.isDecision && !isFiled(filed, item.code))
  const missing = reception.isIncomplete ? awaitable[random.whole(0, awaitable.length - 1)] : undefined
  const along = new Set(
    checklistOn(track, actOn).rows.flatMap(({ code, when }) => (when === 'none' ? [code] : [])),
  )
  const answers = list.flatMap((item): DossierAnswer[] => {
    const answer = { code: item.code, number: null, issuedOn: null, reason: null, note: null }
    if (item.code === missing?.code) {
      return [{ ...answer, state: 'missing', reason: random.pick(REASONS) }]
    }
    if (!item.isRequired && !(along.has(item.code) && random.chance(0.5))) return []
    const received = { ...answer, state: 'received' as const }
    if (item.isDecision && decision) return [{ ...received, number: decision.number, issuedOn: decision.on }]
    return [{ ...received, ...inventPaper(random, item, decision?.on ?? actOn) }]
  })
  const judged = judgeDossier(track, actOn, person, answers, MISSING_PAPER_DAYS)
  return judged.items
    .filter(({ code }) => !isFiled(filed, code))
    .map((item, index) => {
      const row = list.find(({ code }) => code === item.code)
      const answer = answers.find(({ code }) => code === item.code)
      return {
        id: newId(),
        stay_id: stayId,
        code: item.code,
        title: item.title,
        form: row?.form ?? null,
        is_required: row?.isRequired === true ? 1 : 0,
        state: item.state,
        number: answer?.number ?? null,
        issued_on: answer?.issuedOn ?? null,
        issuer: item.state === 'received' && row ? issuerOf(row, who, decision) : null,
        reason: item.dueOn === null ? null : (answer?.reason ?? null),
        note: null,
        due_on: item.dueOn,
        file_id: null,
        sort: filed.length + index,
        created_at: at,
        updated_at: at,
        updated_by: by,
      }
    })
}

function isFiled(filed: readonly DossierRow[], code: string): boolean {
  return filed.some((row) => row.code === code)
}

/** A paper the decision rests on comes before it; the one that follows from it is of the same day. */
function inventPaper(random: SeededRandom, item: ChecklistItem, decidedOn: Day) {
  const numbering = NUMBERINGS[item.code]
  const daysBefore = item.code === 'assignment' ? 0 : random.whole(1, 12)
  return {
    number: numbering === undefined ? null : `${random.whole(1, 480)}/${numbering}`,
    issuedOn: item.code === 'identity-copy' ? null : addDays(decidedOn, -daysBefore),
  }
}

function issuerOf(item: ChecklistItem, who: InventedPerson, decision: SeededReception['decision']): string {
  if (item.isDecision && decision) return decision.issuer
  const commune = who.address.printed?.split(', ')[1]
  if (item.issuer !== 'Công an cấp xã' || commune === undefined) return item.issuer
  return `Công an ${commune.charAt(0).toLowerCase()}${commune.slice(1)}`
}
