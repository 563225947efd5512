/**
 * What a colour says about a thing, always beside an icon and a word:
 * ok = đủ, soon = sắp hạn, late = quá hạn hoặc trốn, away = ra ngoài, ended = đã kết thúc hoặc chưa bắt đầu.
 */
export const TONES = ['ok', 'soon', 'late', 'away', 'ended'] as const
export type Tone = (typeof TONES)[number]

/** One theme's colours as sRGB hex; every text pair in here is held to WCAG AA by a test. */
export interface Palette {
  page: string
  surface: string
  /** Hovered rows, table heads, quiet fills. */
  subtle: string
  /** The row the keyboard stands on or that is ticked. */
  selected: string
  line: string
  /** Borders of controls, 3:1 against what they lie on. */
  control: string
  text: string
  dimmed: string
  /** Links and the act that matters. */
  accent: string
  accentFill: string
  onAccent: string
  focus: string
  chart: readonly [string, string, string, string]
  tones: Record<Tone, { text: string; fill: string }>
}

export const SCHEMES = ['light', 'dark'] as const
type Scheme = (typeof SCHEMES)[number]

export const PALETTES: Record<Scheme, Palette> = {
  light: {
    page: '#f3f5f5',
    surface: '#ffffff',
    subtle: '#eef2f2',
    selected: '#e0efef',
    line: '#dbe1e2',
    control: '#849196',
    text: '#172226',
    dimmed: '#526066',
    accent: '#0f5e66',
    accentFill: '#14626a',
    onAccent: '#ffffff',
    focus: '#0f7a85',
    chart: ['#14626a', '#b45f06', '#5b6b9e', '#7a8489'],
    tones: {
      ok: { text: '#1a6838', fill: '#e3f2e8' },
      soon: { text: '#854800', fill: '#fdf0d8' },
      late: { text: '#ae231b', fill: '#fdeae7' },
      away: { text: '#1c569f', fill: '#e6effa' },
      ended: { text: '#526066', fill: '#eceff0' },
    },
  },
  dark: {
    page: '#13191c',
    surface: '#1b2327',
    subtle: '#222c31',
    selected: '#1d3a3f',
    line: '#2f3b40',
    control: '#6f7f86',
    text: '#e2e9eb',
    dimmed: '#a0aeb4',
    accent: '#74c3c9',
    accentFill: '#1f757d',
    onAccent: '#ffffff',
    focus: '#58bac2',
    chart: ['#58bac2', '#e5a24f', '#93a5dc', '#95a2a8'],
    tones: {
      ok: { text: '#80d29d', fill: '#1a3325' },
      soon: { text: '#f0bb60', fill: '#3a2d14' },
      late: { text: '#ff9f95', fill: '#45211e' },
      away: { text: '#92bff6', fill: '#1b3049' },
      ended: { text: '#a8b5ba', fill: '#2a3438' },
    },
  },
}
