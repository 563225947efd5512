import { foldName } from '#domain/names/fold-name.ts'
import { unitKey, unitKind, type AdminUnit, type UnitKind } from './admin-unit.ts'

/** What is understood of a written address. */
export interface UnderstoodAddress {
  /**
   * `commune`: exactly one commune of today is possible. `candidates`: several are, a person must choose.
   * `province`: only the province is known. `none`: nothing is.
   */
  confidence: 'commune' | 'candidates' | 'province' | 'none'
  communeCode?: string
  provinceCode?: string
  /** The unit of today in words: "Phường Đông Kinh, tỉnh Lạng Sơn". */
  understoodAs?: string
  candidates: AdminUnit[]
  /** What stands before the commune: house, street, hamlet. */
  detail: string
  /** The text as written, to be kept as printed on the paper. */
  printed: string
}

/** A commune found by its name of today or of before 01/07/2025. */
export interface CommuneSuggestion {
  unit: AdminUnit
  /** The old name by which it was found; absent when found by today's. */
  via?: string
  /** "Phường Đông Kinh, tỉnh Lạng Sơn". */
  label: string
}

interface Entry {
  unit: AdminUnit
  key: string
  kind: UnitKind | undefined
  /** As written, with its kind. */
  name: string
  isOld: boolean
  district?: string
}

interface Part {
  text: string
  key: string
  kind: UnitKind | undefined
}

const COMMUNE_KINDS: ReadonlySet<UnitKind> = new Set(['xa', 'phuong', 'thi tran', 'dac khu'])
const PROVINCE_KINDS: ReadonlySet<UnitKind> = new Set(['tinh', 'thanh pho'])
const PROVINCE_ALIASES: Record<string, string> = {
  hcm: 'ho chi minh',
  tphcm: 'ho chi minh',
  'sai gon': 'ho chi minh',
  'thua thien hue': 'hue',
  brvt: 'ba ria vung tau',
}

/** The units of today, findable by today's names and by those of before the merger of 2025. */
export class AdminUnitIndex {
  readonly #provinces = new Map<string, AdminUnit>()
  readonly #provinceNames = new Map<string, string>()
  readonly #communes = new Map<string, Entry[]>()
  readonly #entries: Entry[] = []
  readonly #byCode = new Map<string, AdminUnit>()

  constructor(units: readonly AdminUnit[]) {
    for (const unit of units) {
      this.#byCode.set(unit.code, unit)
      if (unit.provinceCode === null) {
        this.#provinceNames.set(unit.code, unit.name)
        for (const { name } of [unit, ...unit.mergedFrom]) this.#provinces.set(unitKey(name), unit)
      } else {
        this.#add(entryOf(unit, unit.name, false))
        for (const old of unit.mergedFrom) {
          const entry = entryOf(unit, old.name, true)
          this.#add(old.district ? { ...entry, district: unitKey(old.district) } : entry)
        }
      }
    }
  }

  #add(entry: Entry): void {
    this.#entries.push(entry)
    const same = this.#communes.get(entry.key)
    if (same) same.push(entry)
    else this.#communes.set(entry.key, [entry])
  }

  /** The province or commune of today with this code. */
  unitOf(code: string): AdminUnit | undefined {
    return this.#byCode.get(code)
  }

  /** "Phường Đông Kinh, tỉnh Lạng Sơn". */
  labelOf(unit: AdminUnit): string {
    const province = unit.provinceCode === null ? undefined : this.#provinceNames.get(unit.provinceCode)
    return province === undefined
      ? unit.name
      : `${unit.name}, ${province.charAt(0).toLowerCase()}${province.slice(1)}`
  }

  /**
   * Reads a written address, of today or of before the merger ("Thôn Nà Mỏ, Xã Mai Pha, Thành phố Lạng Sơn, Lạng
   * Sơn"). Never guesses: a name that fits several communes comes back as candidates.
   */
  understandAddress(text: string): UnderstoodAddress {
    const printed = text.normalize('NFC').trim()
    const parts = splitAddress(printed)
    const last = parts.at(-1)
    const province = last && !COMMUNE_KINDS.has(last.kind ?? 'tinh') ? this.#province(last) : undefined
    if (province) parts.pop()
    const { commune, district, at } = this.#pickCommune(parts, province)
    const detail = parts
      .slice(0, at ?? parts.length)
      .map((part) => part.text)
      .join(', ')
    const base = { candidates: [], detail, printed }
    const candidates = commune ? this.#fitting(commune, district, province) : []
    const [only] = candidates
    if (only && candidates.length === 1) {
      return {
        ...base,
        confidence: 'commune',
        communeCode: only.code,
        ...(only.provinceCode === null ? {} : { provinceCode: only.provinceCode }),
        understoodAs: this.labelOf(only),
      }
    }
    const known = province ? { provinceCode: province.code, understoodAs: province.name } : {}
    if (candidates.length > 1) return { ...base, ...known, confidence: 'candidates', candidates }
    return { ...base, ...known, confidence: province ? 'province' : 'none' }
  }

  #province(part: Part): AdminUnit | undefined {
    if (part.kind && !PROVINCE_KINDS.has(part.kind)) return undefined
    return this.#provinces.get(PROVINCE_ALIASES[part.key] ?? part.key)
  }

  /** The part that names the commune and the one after it that names the old district. */
  #pickCommune(
    parts: Part[],
    province: AdminUnit | undefined,
  ): { commune?: Part; district?: Part; at?: number } {
    const named = parts.findLastIndex((part) => part.kind !== undefined && COMMUNE_KINDS.has(part.kind))
    const bare = parts.findLastIndex(
      (part) =>
        part.kind === undefined && this.#inProvince(this.#communes.get(part.key) ?? [], province).length > 0,
    )
    // A bare last part may be a district of the same name as a commune: the part before it is the commune then.
    const shifted =
      bare > 0 && bare === parts.length - 1 && this.#isBareCommune(parts[bare - 1], province)
        ? bare - 1
        : bare
    const at = named >= 0 ? named : shifted
    const commune = parts[at]
    const district = parts[at + 1]
    return commune ? { commune, at, ...(district ? { district } : {}) } : {}
  }

  #isBareCommune(part: Part | undefined, province: AdminUnit | undefined): boolean {
    if (!part || part.kind !== undefined) return false
    return this.#inProvince(this.#communes.get(part.key) ?? [], province).length > 0
  }

  #inProvince(entries: Entry[], province: AdminUnit | undefined): Entry[] {
    return province ? entries.filter((entry) => entry.unit.provinceCode === province.code) : entries
  }

  /** Units that the commune's name fits, each filter applied only while something is left. */
  #fitting(commune: Part, district: Part | undefined, province: AdminUnit | undefined): AdminUnit[] {
    let entries = this.#inProvince(this.#communes.get(commune.key) ?? [], province)
    if (commune.kind) entries = narrow(entries, (entry) => entry.kind === commune.kind)
    entries = narrow(entries, (entry) => exactName(entry.name) === exactName(commune.text))
    const remark = unitKey(/\(([^)]+)\)/.exec(commune.text)?.[1] ?? '')
    if (remark || district) {
      // Three levels are an address of before the merger.
      entries = narrow(entries, (entry) => entry.isOld)
      const key = remark || (district?.key ?? '')
      const elsewhere = entries.filter((entry) => entry.district !== undefined && entry.district !== key)
      entries = narrow(entries, (entry) => !elsewhere.includes(entry))
      entries = narrow(entries, (entry) => entry.district === key)
    }
    return [...new Map(entries.map((entry) => [entry.unit.code, entry.unit])).values()]
  }

  /**
   * Communes of today for what is typed, by today's name or an old one, with or without kind, tones and province
   * ("mai pha", "xã mai pha lạng sơn"); best first, at most `limit`. Communes of the province `home` go before those
   * elsewhere that fit at most one step better.
   */
  suggestCommunes(query: string, limit = 10, home: string | null = null): CommuneSuggestion[] {
    const key = unitKey(query)
    if (key === '') return []
    const exact = exactName(query)
    const ranked = this.#entries.flatMap((entry) => {
      const rank = this.#rank(entry, key)
      if (rank === undefined) return []
      const away = home === null || entry.unit.provinceCode === home ? 0 : AWAY
      return [{ entry, rank: rank + away + (exactName(entry.name) === exact ? 0 : 0.5) }]
    })
    ranked.sort((a, b) => a.rank - b.rank || (a.entry.key < b.entry.key ? -1 : 1))
    const found = new Map<string, CommuneSuggestion>()
    for (const { entry } of ranked) {
      if (found.size >= limit) break
      if (found.has(entry.unit.code)) continue
      const isToday = !entry.isOld || entry.name === entry.unit.name
      const label = this.labelOf(entry.unit)
      found.set(
        entry.unit.code,
        isToday ? { unit: entry.unit, label } : { unit: entry.unit, via: entry.name, label },
      )
    }
    return [...found.values()]
  }

  #rank(entry: Entry, key: string): number | undefined {
    const old = entry.isOld ? 1 : 0
    if (entry.key === key) return old
    if (entry.key.startsWith(key)) return 2 + old
    if (key.startsWith(`${entry.key} `)) {
      const rest = key.slice(entry.key.length + 1)
      const province = unitKey(this.#provinceNames.get(entry.unit.provinceCode ?? '') ?? '')
      if (province.startsWith(rest.replace(/^(?:tinh|thanh pho|tp) /, ''))) return old
    }
    return ` ${entry.key}`.includes(` ${key}`) ? 4 + old : undefined
  }
}

/** How much better a commune of another province must fit to go first. */
const AWAY = 2.5

function entryOf(unit: AdminUnit, name: string, isOld: boolean): Entry {
  return { unit, key: unitKey(name), kind: unitKind(name), name, isOld }
}

/** Tones kept but not where on the syllable they stand: "Hoà" and "Hòa" are one name. */
function exactName(name: string): string {
  const withoutRemark = name.replace(/\([^)]*\)/g, ' ')
  const key = unitKey(withoutRemark)
  const tones = withoutRemark
    .normalize('NFD')
    .toLowerCase()
    .split(/\s+/)
    .slice(-key.split(' ').length)
    .map((word) =>
      [...word.matchAll(/[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b]/g)]
        .map(([mark]) => mark)
        .toSorted()
        .join(''),
    )
  return `${key}|${tones.join('.')}`
}

function narrow(entries: Entry[], fits: (entry: Entry) => boolean): Entry[] {
  const left = entries.filter(fits)
  return left.length > 0 ? left : entries
}

const BEFORE_KIND = /\s+(?=(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố)\s+\p{Lu})/gu

function splitAddress(text: string): Part[] {
  const separated = text
    .replace(/\([^)]*\)/g, (remark) => remark.replace(/\s+/g, '\u00a0'))
    .replace(BEFORE_KIND, ', ')
  const pieces = separated.includes(',') ? separated.split(/[,;]/) : separated.split(/;|\s[-–]\s/)
  return pieces
    .map((piece) =>
      piece
        .replace(/\u00a0/g, ' ')
        .trim()
        .replace(/\.$/, ''),
    )
    .filter(Boolean)
    .map((piece) => ({
      text: piece,
      key: unitKey(piece.replace(/\([^)]*\)/g, ' ')),
      kind: unitKind(foldName(piece)),
    }))
}
