import type { FieldValue } from '../people/merge-edit.ts'
import { formatDay, isDay } from '../time/day.ts'
import { DOSSIER_STATE_LABELS, DOSSIER_STATES } from './checklist.ts'
import { MISSING_REASON_LABELS, MISSING_REASONS } from './judge-dossier.ts'

/** What a desk writes about one paper of the dossier. */
export const PAPER_FIELDS = ['state', 'number', 'issuedOn', 'issuer', 'reason', 'dueOn', 'note'] as const
export type PaperField = (typeof PAPER_FIELDS)[number]
export type PaperValues = Record<PaperField, string | null>

export const PAPER_FIELD_LABELS: Record<PaperField, string> = {
  state: 'Tình trạng',
  number: 'Số văn bản',
  issuedOn: 'Ngày ban hành',
  issuer: 'Nơi ban hành',
  reason: 'Lý do chưa có',
  dueOn: 'Hạn bổ sung',
  note: 'Ghi chú',
}

/** The name of a field in the history of a person: papers are told apart by their titles. */
export function paperFieldName(title: string, field: PaperField): string {
  return `${title} – ${PAPER_FIELD_LABELS[field].toLowerCase()}`
}

/** A value as people read it: states and reasons in words, days as dd/mm/yyyy; empty for none. */
export function paperValueText(field: PaperField, value: FieldValue): string {
  if (typeof value !== 'string') return ''
  switch (field) {
    case 'state': {
      const state = DOSSIER_STATES.find((known) => known === value)
      return state ? DOSSIER_STATE_LABELS[state] : value
    }
    case 'reason': {
      const reason = MISSING_REASONS.find((known) => known === value)
      return reason ? MISSING_REASON_LABELS[reason] : value
    }
    case 'issuedOn':
    case 'dueOn':
      return isDay(value) ? formatDay(value) : value
    case 'number':
    case 'issuer':
    case 'note':
      return value
  }
}
