import { foldName } from '#domain/names/fold-name.ts'

/** A commune-level unit of before 01/07/2025 that went into one of today's. */
interface OldUnit {
  /** With its kind: "Xã Mai Pha", "Thị trấn Cao Lộc". */
  name: string
  /** Its district with its kind, only where the name occurs twice in the province: "huyện Bắc Sơn". */
  district?: string
}

/** A province or commune-level unit of today (two levels since 01/07/2025; QĐ 19/2025/QĐ-TTg). */
export interface AdminUnit {
  code: string
  /** With its kind: "Phường Đông Kinh", "Tỉnh Lạng Sơn". */
  name: string
  /** The province's code; null for a province itself. */
  provinceCode: string | null
  /** Provinces: the old provinces merged. Communes: the old communes merged. Never empty. */
  mergedFrom: OldUnit[]
}

const KIND =
  /^(?:xã|phường|thị trấn|đặc khu|tỉnh|thành phố|huyện|quận|thị xã|xa|phuong|thi tran|dac khu|tinh|thanh pho|huyen|quan|thi xa|tp\.?|tx\.?|tt\.?|[xphqt]\.)\s*(?=\S)/iu

/** A unit's name as compared: no kind, no tones, no punctuation. "Phường Đông Kinh" → "dong kinh". */
export function unitKey(name: string): string {
  return foldName(name.trim().replace(KIND, ''))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The kinds of unit, as one letter-saving word; undefined for a bare name. */
export type UnitKind =
  | 'xa'
  | 'phuong'
  | 'thi tran'
  | 'dac khu'
  | 'tinh'
  | 'thanh pho'
  | 'huyen'
  | 'quan'
  | 'thi xa'

const KINDS: [RegExp, UnitKind][] = [
  [/^(?:xa |x\.)/, 'xa'],
  [/^(?:phuong |p\.)/, 'phuong'],
  [/^(?:thi tran |tt\.? )/, 'thi tran'],
  [/^dac khu /, 'dac khu'],
  [/^(?:tinh |t\.)/, 'tinh'],
  [/^(?:thanh pho |tp\.? ?)/, 'thanh pho'],
  [/^(?:huyen |h\.)/, 'huyen'],
  [/^(?:quan |q\.)/, 'quan'],
  [/^(?:thi xa |tx\.? ?)/, 'thi xa'],
]

/** What kind of unit the words say it is: "TP. Lạng Sơn" → thanh pho. */
export function unitKind(name: string): UnitKind | undefined {
  const folded = foldName(name)
  return KINDS.find(([words]) => words.test(folded))?.[1]
}

/**
 * Reads the list of units (CSV `code,name,province_code,merged_from`, quoted fields allowed, header first).
 * Throws on a line that is no unit: the list ships with the program.
 */
export function parseAdminUnits(csv: string): AdminUnit[] {
  return csv
    .normalize('NFC')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [code = '', name = '', provinceCode = '', mergedFrom = ''] = splitCsvLine(line)
      if (!/^\d{2}(?:\d{3})?$/.test(code) || name === '')
        throw new Error(`not an administrative unit: ${line}`)
      const unit = {
        code,
        name: name.charAt(0).toUpperCase() + name.slice(1),
        provinceCode: provinceCode || null,
      }
      return {
        ...unit,
        mergedFrom: provinceCode ? oldCommunes(unit.name, mergedFrom) : oldProvinces(unit.name, mergedFrom),
      }
    })
}

function splitCsvLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  )
}

function oldProvinces(name: string, text: string): OldUnit[] {
  const names = text
    .replace(/\..*$/s, '')
    .replace('TPHCM', 'Thành phố Hồ Chí Minh')
    .split(/,| và /)
    .map((part) => part.trim())
    .filter((part) => /^(?:tỉnh|thành phố) /i.test(part))
  return (names.length > 0 ? names : [name]).map((one) => ({ name: one }))
}

/** A commune split among several of today's is listed under each of them, with or without saying "a part of". */
function oldCommunes(name: string, text: string): OldUnit[] {
  const units: OldUnit[] = []
  let kind = ''
  for (const piece of splitPieces(text)) {
    const remark = /\(([^)]*)\)/.exec(piece)?.[1] ?? ''
    const bare = piece
      .replace(/\([^)]*\)?/g, '')
      .replace(/\s+sau khi sắp xếp.*$/iu, '')
      .replace(
        /^(?:một phần|toàn bộ|phần còn lại|diện tích|quy mô|dân số|TN|tự nhiên|của|các|và|,|\s)+/iu,
        '',
      )
      .replace(/^(xã|phường) (?=\1 )/iu, '')
      .trim()
    const own = /^(?:xã|phường|thị trấn|đặc khu)\s/iu.exec(bare)?.[0].trim()
    if (own) kind = own.charAt(0).toUpperCase() + own.slice(1).toLowerCase()
    const rest = own ? bare.slice(own.length).trim() : bare
    if (!/^[\p{Lu}\d]/u.test(rest) || kind === '') continue
    const district = /^(?:huyện|quận|thị xã|thành phố|TP)\s[^;]+$/iu.exec(remark)?.[0]
    units.push(district ? { name: `${kind} ${rest}`, district } : { name: `${kind} ${rest}` })
  }
  return units.length > 0 ? units : [{ name }]
}

/** Splits at commas and "và" outside brackets. */
function splitPieces(text: string): string[] {
  return text
    .replace(/\([^)]*\)/g, (remark) => remark.replace(/,/g, ';').replace(/ và /g, ' ; '))
    .split(/,| và (?=\p{L})/u)
    .map((piece) => piece.trim())
    .filter(Boolean)
}
