import type { Stage } from '../care/stages.ts'
import type { DocumentForm } from '../documents/form-editions.ts'
import type { DutyCode } from '../law/duties.ts'
import type { ReturnPlace } from '../stay/return-place.ts'
import type { Day } from '../time/day.ts'
import { startOfDay, type Instant } from '../time/instant.ts'

/** Something on record that meets a duty without anybody marking it. */
export interface DutyEvidence {
  duty: DutyCode
  at: Instant
  paper: string | null
  number: string | null
}

/** Documents whose making meets a duty: with their number the duty is done. */
export const FORM_DUTIES: Partial<Record<DocumentForm, readonly DutyCode[]>> = {
  'hand-over': ['IN-03'],
  'rehab-plan': ['ST-1'],
  'return-minutes': ['DIS-06'],
  'search-decision': ['INC-02', 'INC-03', 'INC-08'],
}

/** Duties that come once in a stay and may be met long before what triggers them: those before the end. */
export const EARLY_DUTIES: ReadonlySet<DutyCode> = new Set(['ST-5', 'DIS-11'])

interface CareOnRecord {
  /** Stages that count, without those taken back. */
  stages: readonly { stage: Stage; startedOn: Day; endedOn: Day | null }[]
  /** The plan of reintegration: approved, or made as a numbered paper; null while it is neither. */
  reintegration: { at: Instant; paper: string | null; number: string | null } | null
}

/**
 * Duties met by the care path: the first stage ended (ST-1, D163 Điều 84.6); the last begun with its plan approved or
 * made as a numbered paper, both of which ST-5 (D163 Điều 88) asks for, at the moment of the later of the two.
 */
export function evidenceOfCare({ stages, reintegration }: CareOnRecord): DutyEvidence[] {
  const plain = { paper: null, number: null }
  const firstEnd = stages.find(({ stage, endedOn }) => stage === 1 && endedOn !== null)?.endedOn ?? null
  const lastStart = stages.find(({ stage }) => stage === 5)?.startedOn ?? null
  const found: DutyEvidence[] = []
  if (firstEnd !== null) found.push({ duty: 'ST-1', at: startOfDay(firstEnd), ...plain })
  if (lastStart !== null && reintegration !== null) {
    const begun = startOfDay(lastStart)
    const { at, paper, number } = reintegration
    found.push({ duty: 'ST-5', at: begun > at ? begun : at, paper, number })
  }
  return found
}

/** DIS-11 (L120 Điều 42.3) is met by the registration of where the person will live. */
export function evidenceOfReturn(place: Pick<ReturnPlace, 'registeredOn'>): DutyEvidence[] {
  if (place.registeredOn === null) return []
  return [{ duty: 'DIS-11', at: startOfDay(place.registeredOn), paper: null, number: null }]
}
