import type { Problem } from '../errors.ts'

/** The tree of places, from the outside in: khu → nhà → phòng → giường. */
export const PLACE_KINDS = ['zone', 'building', 'room', 'bed'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export const PLACE_KIND_LABELS: Record<PlaceKind, string> = {
  zone: 'Khu',
  building: 'Nhà',
  room: 'Phòng',
  bed: 'Giường',
}

/** What may stand directly in what; a small centre leaves the building out. */
export const PLACE_PARENTS: Record<PlaceKind, readonly PlaceKind[]> = {
  zone: [],
  building: ['zone'],
  room: ['zone', 'building'],
  bed: ['room'],
}

const CODE = /^[A-Z0-9]{1,8}$/

/** A code as it is stored: without spaces around it, in capitals, precomposed. */
export function tidyPlaceCode(typed: string): string {
  return typed.normalize('NFC').trim().toUpperCase()
}

/**
 * The code people say and search, e.g. bed `05` of room `A2` is `A2-05`. Zones, buildings and rooms bear codes
 * unique in the whole centre, so only a bed's code is joined to its room's.
 */
export function fullPlaceCode(kind: PlaceKind, code: string, parentFullCode: string | null): string {
  return kind === 'bed' && parentFullCode !== null ? `${parentFullCode}-${code}` : code
}

/** A place about to be made or renamed, with what surrounds it. */
export interface PlaceCodeCheck {
  kind: PlaceKind
  code: string
  parent: { kind: PlaceKind; fullCode: string } | null
  /** Full codes of all other places in use in the centre, whatever their kind. */
  otherFullCodes: readonly string[]
}

/** May a place bear this code here? Compares tidied codes; gives one problem per thing to change. */
export function checkPlaceCode(check: PlaceCodeCheck): Problem[] {
  const problems: Problem[] = []
  const label = PLACE_KIND_LABELS[check.kind]
  const code = tidyPlaceCode(check.code)
  const parents = PLACE_PARENTS[check.kind]
  if (check.parent ? !parents.includes(check.parent.kind) : parents.length > 0) {
    const allowed = parents.map((kind) => PLACE_KIND_LABELS[kind].toLowerCase()).join(' hoặc ')
    const where = allowed === '' ? 'đứng riêng, không nằm trong nơi khác' : `nằm trong một ${allowed}`
    problems.push({ code: 'place-parent', message: `${label} phải ${where}.`, field: 'parentId' })
  }
  if (!CODE.test(code)) {
    problems.push({
      code: 'place-code-form',
      message: `Mã ${label.toLowerCase()} gồm 1 đến 8 chữ cái không dấu hoặc chữ số, không có dấu cách, ví dụ ${check.kind === 'bed' ? '05' : 'A2'}.`,
      field: 'code',
    })
    return problems
  }
  const fullCode = fullPlaceCode(check.kind, code, check.parent?.fullCode ?? null)
  if (check.otherFullCodes.some((other) => tidyPlaceCode(other) === fullCode)) {
    problems.push({
      code: 'place-code-taken',
      message: `Mã ${fullCode} đã được dùng trong cơ sở. Chọn mã khác.`,
      field: 'code',
    })
  }
  return problems
}

/** Orders codes as people count: A2-9 before A2-10. The same on every machine. */
export function comparePlaceCodes(a: string, b: string): number {
  const left = sortable(a)
  const right = sortable(b)
  if (left !== right) return left < right ? -1 : 1
  if (a === b) return 0
  return a < b ? -1 : 1
}

function sortable(code: string): string {
  return code.replace(/\d+/g, (digits) => digits.padStart(8, '0'))
}
