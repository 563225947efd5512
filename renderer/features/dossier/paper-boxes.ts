import type { DossierItem } from '#domain/contract/dossier.ts'
import { DOSSIER_STATES, type DossierState } from '#domain/dossier/checklist.ts'
import { MISSING_REASONS, type MissingReason } from '#domain/dossier/judge-dossier.ts'
import { paperValueText, type PaperField, type PaperValues } from '#domain/dossier/paper-fields.ts'

type SetState = Exclude<DossierState, 'required'>

/** What somebody may say of a paper. */
export const SET_STATES = DOSSIER_STATES.filter((state): state is SetState => state !== 'required')

/** What the boxes of one paper hold. */
export interface TypedPaper {
  state: SetState
  number: string
  issuedOn: string | null
  issuer: string
  reason: MissingReason | null
  dueOn: string | null
  note: string
}

/** The paper itself lies at the desk, right or wrong. */
export function isHere(state: SetState): boolean {
  return state === 'received' || state === 'invalid'
}

/** An awaited paper is opened because it has come. */
export function boxesOfPaper(item: DossierItem): TypedPaper {
  const isOpen = item.state === 'missing' || item.state === 'required'
  return {
    state: isOpen || item.state === 'required' ? 'received' : item.state,
    number: item.number ?? '',
    issuedOn: item.issuedOn,
    issuer: item.issuer ?? '',
    reason: item.reason,
    dueOn: item.dueOn,
    note: item.note ?? '',
  }
}

/** The paper as it stood when the form was opened. */
export function valuesOfPaper(item: DossierItem): PaperValues {
  const { state, number, issuedOn, issuer, reason, dueOn, note } = item
  return { state, number, issuedOn, issuer, reason, dueOn, note }
}

/** A field of a paper in words. */
export function fieldText(field: PaperField, value: unknown): string {
  return paperValueText(field, typeof value === 'string' ? value : null)
}

/** The form with their value in one field. */
export function withTheirs(typed: TypedPaper, field: PaperField, value: string | null): TypedPaper {
  switch (field) {
    case 'state':
      return { ...typed, state: SET_STATES.find((known) => known === value) ?? typed.state }
    case 'reason':
      return { ...typed, reason: MISSING_REASONS.find((known) => known === value) ?? null }
    case 'issuedOn':
    case 'dueOn':
      return { ...typed, [field]: value }
    case 'number':
    case 'issuer':
    case 'note':
      return { ...typed, [field]: value ?? '' }
  }
}
