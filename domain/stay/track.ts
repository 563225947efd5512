/** Diện: on what ground a person is in the centre. */
export const TRACKS = ['compulsory', 'voluntary', 'held'] as const
export type Track = (typeof TRACKS)[number]

export const TRACK_LABELS: Record<Track, string> = {
  compulsory: 'Bắt buộc',
  voluntary: 'Tự nguyện',
  held: 'Đang lập hồ sơ',
}

/** Which law fixed the term of a stay (L120 Điều 56): R73 = Luật 73/2021, R120 = Luật 120/2025. */
export const TERM_REGIMES = ['R73', 'R120'] as const
export type TermRegime = (typeof TERM_REGIMES)[number]

export const TERM_REGIME_LABELS: Record<TermRegime, string> = {
  R73: 'Luật 73/2021/QH14',
  R120: 'Luật 120/2025/QH15',
}
