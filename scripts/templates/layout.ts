import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeightRule,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type ISectionOptions,
} from 'docx'

export type Block = Paragraph | Table

/** Half points. */
const SIZE = { body: 26, title: 28, small: 22, head: 24 }
/** Twentieths of a point: A4 with margins of 20 mm above and below, 30 left, 15 right. */
const PAGE = { width: 11906, height: 16838, top: 1134, bottom: 1134, left: 1701, right: 850 }
const WIDTH = PAGE.width - PAGE.left - PAGE.right
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}
const ALL_LINES = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
}

interface TextStyle {
  size?: number
  bold?: boolean
  italics?: boolean
}

/** Runs of a text in which `**…**` is bold. */
function runs(text: string, style: TextStyle = {}): TextRun[] {
  return text
    .split('**')
    .map((part, at) => ({ part, isBold: at % 2 === 1 }))
    .filter(({ part }) => part !== '')
    .map(({ part, isBold }) => new TextRun({ text: part, ...style, ...(isBold ? { bold: true } : {}) }))
}

/** A paragraph of the body: justified, first line set in. */
export function text(content: string, options: { indent?: boolean } = {}): Paragraph {
  return new Paragraph({
    children: runs(content),
    alignment: AlignmentType.BOTH,
    spacing: { before: 60, after: 60 },
    indent: options.indent === false ? {} : { firstLine: 567 },
  })
}

/** A line beginning at the margin: a label with its value. */
export function line(content: string): Paragraph {
  return new Paragraph({
    children: runs(content),
    alignment: AlignmentType.LEFT,
    spacing: { before: 50, after: 50 },
  })
}

/** Heading of a part: I, II, 1. */
export function part(content: string): Paragraph {
  return new Paragraph({
    children: runs(content, { bold: true }),
    spacing: { before: 140, after: 60 },
    keepNext: true,
  })
}

function centred(content: string, style: TextStyle = {}, spacing = { before: 0, after: 0 }): Paragraph {
  return new Paragraph({ children: runs(content, style), alignment: AlignmentType.CENTER, spacing })
}

/** A drawn line under centred text, `inset` twips from both sides. */
function ruleUnder(inset: number): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: '', size: 8 })],
    border: { top: { ...LINE, size: 6, space: 1 } },
    indent: { left: inset, right: inset },
    spacing: { before: 80, after: 0, line: 120 },
  })
}

/** Name of the kind of document, and what it is about. */
export function title(kind: string, about: string | null): Paragraph[] {
  const head = centred(
    kind,
    { bold: true, size: SIZE.title },
    { before: 240, after: about === null ? 200 : 0 },
  )
  if (about === null) return [head]
  return [head, centred(about, { bold: true, size: SIZE.title }, { before: 40, after: 200 })]
}

function cell(
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

function frame(rows: TableRow[], widths: number[], borders: object): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
  })
}

/** The heading: issuing body and number at the left, Quốc hiệu, Tiêu ngữ, place and day at the right. */
export function heading(): Block[] {
  const left = 4200
  const right = WIDTH - left
  return [
    new Paragraph({
      children: runs('{mau_so}', { italics: true, size: 20 }),
      alignment: AlignmentType.RIGHT,
      spacing: { after: 120 },
    }),
    frame(
      [
        new TableRow({
          cantSplit: true,
          children: [
            cell(
              [
                centred('{co_quan_chu_quan}', { size: SIZE.head }),
                centred('{ten_co_so}', { size: SIZE.head, bold: true }),
                ruleUnder(1350),
                centred('Số: {so_ky_hieu}', { size: SIZE.body }, { before: 60, after: 0 }),
              ],
              left,
            ),
            cell(
              [
                centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SIZE.head, bold: true }),
                centred('Độc lập - Tự do - Hạnh phúc', { size: SIZE.body, bold: true }),
                ruleUnder(850),
                centred('{dia_danh_ngay}', { size: SIZE.body, italics: true }, { before: 60, after: 0 }),
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

/** A table whose second row repeats for each row of a list. Shares are parts of the page's width. */
export function listTable(
  list: string,
  columns: readonly (readonly [head: string, tag: string, share: number])[],
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
      const align = tag === 'stt' ? AlignmentType.CENTER : AlignmentType.LEFT
      return cell([new Paragraph({ children: runs(content, { size }), alignment: align })], widths[at] ?? 0)
    }),
  })
  return frame([head, row], widths, ALL_LINES)
}

export interface Signer {
  title: string
  how: string
  /** Tag or text of the name under the signature. */
  name: string
  /** A square for the thumb of who cannot write. */
  thumb?: boolean
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
export function signatures(signers: readonly Signer[]): Block[] {
  const widths = signers.map(() => Math.floor(WIDTH / signers.length))
  const keep = { keepNext: true, keepLines: true }
  function middle(content: string, style: TextStyle): Paragraph {
    return new Paragraph({ children: runs(content, style), alignment: AlignmentType.CENTER, ...keep })
  }
  const heads = signers.map((signer, at) =>
    cell(
      [
        middle(signer.title, { bold: true, size: SIZE.body - 2 }),
        middle(signer.how, { italics: true, size: 20 }),
      ],
      widths[at] ?? 0,
    ),
  )
  const rooms = signers.map((signer, at) =>
    cell(
      signer.thumb ? [thumbSquare(), new Paragraph({ children: [], ...keep })] : [new Paragraph({ ...keep })],
      widths[at] ?? 0,
    ),
  )
  const names = signers.map((signer, at) =>
    cell([centred(signer.name, { bold: true, size: SIZE.body - 2 })], widths[at] ?? 0),
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

/** A square for the photo at the left of lines. */
export function besidePhoto(lines: Paragraph[]): Table {
  const left = 1900
  const right = WIDTH - left
  const photo = new Table({
    width: { size: 1701, type: WidthType.DXA },
    columnWidths: [1701],
    layout: TableLayoutType.FIXED,
    borders: ALL_LINES,
    rows: [
      new TableRow({
        height: { value: 2268, rule: HeightRule.EXACT },
        children: [cell([centred('Ảnh 3 × 4', { italics: true, size: 20 })], 1701, { middle: true })],
      }),
    ],
  })
  return frame(
    [
      new TableRow({
        children: [cell([photo, new Paragraph({ children: [] })], left), cell(lines, right)],
      }),
    ],
    [left, right],
    NO_BORDERS,
  )
}

/** The page: numbers at the head from the second page on. */
export function page(name: string, children: Block[]): Document {
  const section: ISectionOptions = {
    properties: {
      titlePage: true,
      page: {
        size: { width: PAGE.width, height: PAGE.height },
        margin: {
          top: PAGE.top,
          bottom: PAGE.bottom,
          left: PAGE.left,
          right: PAGE.right,
          header: 500,
          footer: 500,
        },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: [] })] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.body })],
          }),
        ],
      }),
    },
    children,
  }
  return new Document({
    creator: 'Nẻo Về',
    lastModifiedBy: 'Nẻo Về',
    title: name,
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: SIZE.body, language: { value: 'vi-VN' } } },
      },
    },
    sections: [section],
  })
}
