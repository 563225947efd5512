import { AlignmentType, HeightRule, Paragraph, Table, TableLayoutType, TableRow, WidthType } from 'docx'
import { centred, runs, SIZE, type TextStyle } from './paragraphs.ts'
import { ALL_LINES, cell, frame, NO_BORDERS, WIDTH, type Block } from './tables.ts'

/** How somebody signs: by hand, by hand or with a thumb, the same with a square for the thumb. */
type Way = 'hand' | 'hand-or-thumb' | 'thumb'

const HOW: Record<Way, string> = {
  hand: '(Ký, ghi rõ họ tên)',
  'hand-or-thumb': '(Ký, ghi rõ họ tên hoặc điểm chỉ)',
  thumb: '(Ký, ghi rõ họ tên hoặc điểm chỉ)',
}

interface Signer {
  title: string
  /** Tag or text of the name under the signature. */
  name: string
  /** Null where nobody signs. */
  way: Way | null
}

/** Nobody: the place at the left of one signature. */
export const NOBODY: Signer = { title: '', name: '', way: null }

/** Somebody who signs under `title`. */
export function signer(title: string, name: string, way: Way = 'hand'): Signer {
  return { title, name, way }
}

function thumbSquare(): Table {
  return new Table({
    alignment: AlignmentType.CENTER,
    width: { size: 1300, type: WidthType.DXA },
    columnWidths: [1300],
    layout: TableLayoutType.FIXED,
    borders: ALL_LINES,
    rows: [
      new TableRow({
        height: { value: 1300, rule: HeightRule.EXACT },
        children: [cell([centred('Điểm chỉ', { italics: true, size: 18 })], 1300)],
      }),
    ],
  })
}

/** Signature blocks side by side, kept on one page: what they are, room to sign, names at one height. */
export function signatures(...signers: readonly Signer[]): Block[] {
  const widths = signers.map(() => Math.floor(WIDTH / signers.length))
  const keep = { keepNext: true, keepLines: true }
  function middle(content: string, style: TextStyle): Paragraph {
    return new Paragraph({ children: runs(content, style), alignment: AlignmentType.CENTER, ...keep })
  }
  const heads = signers.map(({ title, way }, at) =>
    cell(
      [
        middle(title, { bold: true, size: SIZE.body - 2 }),
        middle(way === null ? '' : HOW[way], { italics: true, size: 20 }),
      ],
      widths[at] ?? 0,
    ),
  )
  const rooms = signers.map(({ way }, at) =>
    cell(
      way === 'thumb'
        ? [thumbSquare(), new Paragraph({ children: [], ...keep })]
        : [new Paragraph({ ...keep })],
      widths[at] ?? 0,
    ),
  )
  const names = signers.map(({ name }, at) =>
    cell([centred(name, { bold: true, size: SIZE.body - 2 })], widths[at] ?? 0),
  )
  const rows = [heads, rooms, names].map(
    (children, at) =>
      new TableRow({
        cantSplit: true,
        children,
        ...(at === 1 ? { height: { value: 1500, rule: HeightRule.ATLEAST } } : {}),
      }),
  )
  return [
    new Paragraph({ children: [], spacing: { before: 60, after: 0 }, ...keep }),
    frame(rows, widths, NO_BORDERS),
  ]
}

/** Nơi nhận at the left and the head's signature at the right. */
export function recipientsAndHead(): Block[] {
  const left = Math.floor(WIDTH * 0.5)
  const right = WIDTH - left
  const room = Array.from({ length: 4 }, () => new Paragraph({ children: [], keepNext: true }))
  return [
    new Paragraph({ children: [], spacing: { before: 60, after: 0 }, keepNext: true }),
    frame(
      [
        new TableRow({
          cantSplit: true,
          children: [
            cell(
              [
                new Paragraph({ children: runs('Nơi nhận:', { bold: true, italics: true, size: 24 }) }),
                new Paragraph({ children: runs('{noi_nhan}', { size: 22 }) }),
              ],
              left,
            ),
            cell(
              [
                centred('{chuc_danh_nguoi_ky}', { bold: true, size: SIZE.body }),
                centred('(Ký, ghi rõ họ tên, đóng dấu)', { italics: true, size: 20 }),
                ...room,
                centred('{nguoi_ky}', { bold: true, size: SIZE.body }),
              ],
              right,
            ),
          ],
        }),
      ],
      [left, right],
      NO_BORDERS,
    ),
  ]
}
