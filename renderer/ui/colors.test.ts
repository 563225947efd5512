import { describe, expect, it } from 'vitest'
import { PALETTES, SCHEMES, TONES, type Palette } from '#ui/colors.ts'

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  const [red = 0, green = 0, blue = 0] = channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** Pairs below the ratio, as readable text: an empty list is a pass. */
function tooFaint(pairs: [name: string, ink: string, ground: string][], ratio: number): string[] {
  return pairs
    .filter(([, ink, ground]) => contrast(ink, ground) < ratio)
    .map(([name, ink, ground]) => `${name}: ${contrast(ink, ground).toFixed(2)}`)
}

function grounds(palette: Palette): [string, string][] {
  return [
    ['page', palette.page],
    ['surface', palette.surface],
    ['subtle', palette.subtle],
    ['selected', palette.selected],
  ]
}

describe.each(SCHEMES)('the %s palette', (scheme) => {
  const palette = PALETTES[scheme]

  it('measures black on white as 21 to 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(tooFaint([['grey on white', '#777777', '#ffffff']], 4.5)).toEqual(['grey on white: 4.48'])
  })

  it('keeps every text readable on every ground (WCAG 1.4.3, 4.5:1)', () => {
    const pairs = grounds(palette).flatMap(([name, ground]): [string, string, string][] => [
      [`text on ${name}`, palette.text, ground],
      [`dimmed on ${name}`, palette.dimmed, ground],
      [`accent on ${name}`, palette.accent, ground],
      ...TONES.map((tone): [string, string, string] => [
        `${tone} on ${name}`,
        palette.tones[tone].text,
        ground,
      ]),
    ])
    expect(tooFaint(pairs, 4.5)).toEqual([])
  })

  it('keeps status words readable on their own fill and the act on its button (4.5:1)', () => {
    const pairs = TONES.map((tone): [string, string, string] => [
      tone,
      palette.tones[tone].text,
      palette.tones[tone].fill,
    ])
    expect(tooFaint([...pairs, ['button', palette.onAccent, palette.accentFill]], 4.5)).toEqual([])
  })

  it('keeps control borders, focus rings and chart lines visible (WCAG 1.4.11, 3:1)', () => {
    const pairs: [string, string, string][] = [
      ['control on surface', palette.control, palette.surface],
      ['focus on page', palette.focus, palette.page],
      ['focus on surface', palette.focus, palette.surface],
      ['focus on selected', palette.focus, palette.selected],
      ...palette.chart.map((color, index): [string, string, string] => [
        `chart ${index}`,
        color,
        palette.surface,
      ]),
    ]
    expect(tooFaint(pairs, 3)).toEqual([])
  })
})
