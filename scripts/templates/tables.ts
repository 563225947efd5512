import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { centred, line, runs, SIZE } from './paragraphs.ts'

export type Block = Paragraph | Table

/** A column of a list: its head, the tag it shows and its part of the page's width. */
export type Column = readonly [head: string, tag: string, share: number]

/** Twentieths of a point: A4 with margins of 20 mm above and below, 30 left, 15 right. */
export const PAGE = { width: 11906, height: 16838, top: 1134, bottom: 1134, left: 1701, right: 850 }
export const WIDTH = PAGE.width - PAGE.left - PAGE.right
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}
export const ALL_LINES = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
}

/** A cell, `width` in twentieths of a point. */
export function cell(
  children: Block[],
  width: number,
  options: { borders?: object; rowSpan?: number; middle?: boolean } = {},
): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    ...(options.middle ? { verticalAlign: VerticalAlign.CENTER } : {}),
    ...(options.borders ? { borders: options.borders } : {}),
  })
}

/** A table of fixed columns, `widths` in twentieths of a point. */
export function frame(rows: TableRow[], widths: number[], borders: object): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
  })
}

/**
 * A table whose second row repeats for each row of a list.
 * @param middle tags that stand in the middle of their column, as numbers do
 */
export function listTable(
  list: string,
  columns: readonly Column[],
  middle: readonly string[] = ['stt'],
): Table {
  const total = columns.reduce((sum, [, , share]) => sum + share, 0)
  const widths = columns.map(([, , share]) => Math.floor((WIDTH * share) / total))
  const size = SIZE.small + 2
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(([label], at) =>
      cell([centred(label, { bold: true, size })], widths[at] ?? 0, { middle: true }),
    ),
  })
  const last = columns.length - 1
  const row = new TableRow({
    cantSplit: true,
    children: columns.map(([, tag], at) => {
      const content = `${at === 0 ? `{#${list}}` : ''}{${tag}}${at === last ? `{/${list}}` : ''}`
      const align = middle.includes(tag) ? AlignmentType.CENTER : AlignmentType.LEFT
      return cell([new Paragraph({ children: runs(content, { size }), alignment: align })], widths[at] ?? 0)
    }),
  })
  return frame([head, row], widths, ALL_LINES)
}

/** A list whose first column counts the rows. */
export function numbered(list: string, columns: readonly Column[]): Table {
  return listTable(list, [['STT', 'stt', 8], ...columns])
}

/** The place of a photo: what stands in it, and its width in twentieths of a point, three parts of four of its height. */
interface PhotoPlace {
  content: string
  width: number
}

/** 3 by 4 cm, to glue a photo into. */
const GLUED: PhotoPlace = { content: 'Ảnh 3 × 4', width: 1701 }

/** A square for the photo at the left of lines. */
export function besidePhoto(lines: readonly string[], { content, width }: PhotoPlace = GLUED): Table {
  const left = width + 199
  const right = WIDTH - left
  const photo = new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    borders: ALL_LINES,
    rows: [
      new TableRow({
        height: { value: Math.round((width * 4) / 3), rule: HeightRule.EXACT },
        children: [cell([centred(content, { italics: true, size: 20 })], width, { middle: true })],
      }),
    ],
  })
  return frame(
    [
      new TableRow({
        children: [cell([photo, new Paragraph({ children: [] })], left), cell(lines.map(line), right)],
      }),
    ],
    [left, right],
    NO_BORDERS,
  )
}
