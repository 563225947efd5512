/** Short names of the legal texts used in rule sources, with the name a person reads. */
export const LAW_SOURCES = {
  L73: 'Luật Phòng, chống ma túy 73/2021/QH14',
  L120: 'Luật Phòng, chống ma túy 120/2025/QH15',
  D116: 'Nghị định 116/2021/NĐ-CP',
  D163: 'Nghị định 163/2026/NĐ-CP',
  Q1567: 'Quyết định 1567/QĐ-BCA ngày 08/3/2025',
  XLVPHC: 'Luật Xử lý vi phạm hành chính',
  BLDS: 'Bộ luật Dân sự 2015',
  LKN: 'Luật Khiếu nại 02/2011/QH13',
  LTC: 'Luật Tố cáo 25/2018/QH14',
  NB: 'Quy ước của phần mềm (không có văn bản quy định)',
} as const

const KEYS = /\b(L73|L120|D116|D163|Q1567|XLVPHC|BLDS|LKN|LTC|NB)\b/g

const written = new Map<string, string>()

const ONE_PLACE = /^(\w+) Điều (\d+)(?:\.(\d+))?([a-zđ])?$/

/**
 * A rule's source as a decision cites it: `D163 Điều 125.2` → `khoản 2 Điều 125 Nghị định 163/2026/NĐ-CP`; a source of
 * several places is written out as `fullCitation` does.
 */
export function formalCitation(source: string): string {
  const [, law, article, clause, point] = ONE_PLACE.exec(source) ?? []
  if (law === undefined || article === undefined) return fullCitation(source)
  const parts = [
    ...(point === undefined ? [] : [`điểm ${point}`]),
    ...(clause === undefined ? [] : [`khoản ${clause}`]),
    `Điều ${article}`,
  ]
  return `${parts.join(' ')} ${fullCitation(law)}`
}

/** Writes out the short names in a rule's source: `L120 Điều 29.1` → `Luật Phòng, chống ma túy 120/2025/QH15 Điều 29.1`. */
export function fullCitation(source: string): string {
  // Sources are a few hundred texts asked for tens of thousands of times when every clock is recomputed.
  let text = written.get(source)
  if (text === undefined) {
    text = source.replace(KEYS, (key) => LAW_SOURCES[key as keyof typeof LAW_SOURCES])
    written.set(source, text)
  }
  return text
}
