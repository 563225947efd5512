import { expect, test } from 'vitest'
import { highlightName } from '#renderer/features/search/highlight.ts'

test.each([
  ['huong', 'Hứa Thị [Hương]'],
  ['hua h', '[Hứa] Thị [H]ương'],
  ['nguyeenx', 'Hứa Thị Hương'],
  ['thij', 'Hứa [Thị] Hương'],
  ['', 'Hứa Thị Hương'],
  ['"', 'Hứa Thị Hương'],
])('“%s” marks %s', (typed, marked) => {
  const parts = highlightName('Hứa Thị Hương', typed)
  expect(parts.map((part) => (part.isFound ? `[${part.text}]` : part.text)).join('')).toBe(marked)
})
