import type {
  ImportAssessment,
  ImportBatchLine,
  ImportRowFilter,
  ImportRowLine,
  ImportVerdict,
} from '#domain/contract/imports.ts'
import { TEXT_REPAIR_LABELS, type TextRepair } from '#domain/names/tidy-name.ts'
import type { Tone } from '#ui/colors.ts'

export const VERDICT_WORDS: Record<ImportVerdict, { text: string; tone: Tone }> = {
  importable: { text: 'Nhập được', tone: 'ok' },
  rejected: { text: 'Không nhập được', tone: 'late' },
  duplicate: { text: 'Trùng', tone: 'soon' },
  skipped: { text: 'Không phải người', tone: 'ended' },
}

export const BATCH_STATE_WORDS: Record<ImportBatchLine['state'], { text: string; tone: Tone }> = {
  committing: { text: 'Đang nhập', tone: 'away' },
  done: { text: 'Đã nhập', tone: 'ok' },
  stopped: { text: 'Dừng giữa chừng', tone: 'soon' },
  undone: { text: 'Đã hoàn tác', tone: 'ended' },
}

/**
 * What was repaired in a cell: `đã sửa: NguyÔn V¨n An → Nguyễn Văn An`; in words where the two look alike on paper.
 */
export function repairText({ column, from, to, kind }: ImportRowLine['repaired'][number]): string {
  const looksAlike = from.normalize('NFC').replace(/\s+/gu, ' ').trim() === to
  if (!looksAlike) return `đã sửa: ${from} → ${to}`
  const label = Object.hasOwn(TEXT_REPAIR_LABELS, kind) ? TEXT_REPAIR_LABELS[kind as TextRepair] : ''
  return `đã sửa “${to}” (${column}): ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

/** The filters above the rows of a dry run, with how many rows each shows; empty ones left out. */
export function rowFilters(
  found: ImportAssessment,
): { filter: ImportRowFilter; label: string; count: number }[] {
  const all: { filter: ImportRowFilter; label: string; count: number }[] = [
    { filter: 'all', label: 'Tất cả', count: found.rows + found.skipped },
    { filter: 'importable', label: 'Nhập được', count: found.importable },
    { filter: 'rejected', label: 'Không nhập được', count: found.rejected },
    { filter: 'duplicate', label: 'Trùng', count: found.duplicates },
    { filter: 'warning', label: 'Cần xem lại', count: found.warnings },
    { filter: 'repaired', label: 'Đã sửa chữ', count: found.repaired },
    { filter: 'skipped', label: 'Không phải người', count: found.skipped },
  ]
  return all.filter(({ filter, count }) => filter === 'all' || count > 0)
}

export const IMPORT_HREF = '/nhap-danh-sach'

/** The address of one import. */
export function batchHref(batchId: string): string {
  return `${IMPORT_HREF}/${batchId}`
}

/** Excel's letter of a 0-based column: 0 → A, 26 → AA. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter
}
