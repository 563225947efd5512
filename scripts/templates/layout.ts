import {
  AlignmentType,
  Document,
  Header,
  PageNumber,
  Paragraph,
  TableRow,
  TextRun,
  type ISectionOptions,
} from 'docx'
import { centred, line, ruleUnder, runs, SIZE, title } from './paragraphs.ts'
import { recipientsAndHead } from './signing.ts'
import { cell, frame, NO_BORDERS, PAGE, WIDTH, type Block } from './tables.ts'

/** The heading: issuing body and number at the left, Quốc hiệu, Tiêu ngữ, place and day at the right. */
function heading(): Block[] {
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

/** What stands in a form: a string is a line of its own, `**…**` bold. */
type Entry = string | Block

/** A form that who it is about signs: heading, name, `body`. */
export function form(kind: string, about: string | null, body: readonly Entry[]): Block[] {
  const blocks = body.map((entry) => (typeof entry === 'string' ? line(entry) : entry))
  return [...heading(), ...title(kind, about), ...blocks]
}

/** A form that the centre issues: the same with Nơi nhận and the head's signature at its end. */
export function issued(kind: string, about: string | null, body: readonly Entry[]): Block[] {
  return [...form(kind, about, body), ...recipientsAndHead()]
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
