/** Substances as the information sheet and the background form name them (D163 Mẫu 17; Phụ lục III Mẫu 05). */
export const SUBSTANCES = [
  'opium',
  'morphine',
  'heroin',
  'amphetamine',
  'methamphetamine',
  'cannabis',
  'cocaine',
  'ketamine',
  'other',
] as const
export type Substance = (typeof SUBSTANCES)[number]

export const SUBSTANCE_LABELS: Record<Substance, string> = {
  opium: 'Thuốc phiện',
  morphine: 'Morphine',
  heroin: 'Heroin',
  amphetamine: 'Amphetamine',
  methamphetamine: 'Methamphetamine (ma túy đá)',
  cannabis: 'Cần sa',
  cocaine: 'Cocain',
  ketamine: 'Ketamine',
  other: 'Chất khác (ghi rõ)',
}

/** The group and code under which Mẫu 17 counts a substance; the others have no box of their own there. */
export const SUBSTANCE_CODES: Partial<Record<Substance, { group: 'CDTP' | 'ATS'; code: number }>> = {
  opium: { group: 'CDTP', code: 1 },
  morphine: { group: 'CDTP', code: 2 },
  heroin: { group: 'CDTP', code: 3 },
  amphetamine: { group: 'ATS', code: 1 },
  methamphetamine: { group: 'ATS', code: 2 },
}

/** How a substance is taken (Mẫu 17). */
export const SUBSTANCE_ROUTES = ['swallow', 'smoke', 'sniff', 'inject', 'other'] as const
export type SubstanceRoute = (typeof SUBSTANCE_ROUTES)[number]

export const SUBSTANCE_ROUTE_LABELS: Record<SubstanceRoute, string> = {
  swallow: 'Uống',
  smoke: 'Hút',
  sniff: 'Hít',
  inject: 'Tiêm chích',
  other: 'Khác',
}
