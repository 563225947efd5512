import { AlignmentType, BorderStyle, Paragraph, TextRun } from 'docx'

/** Half points. */
export const SIZE = { body: 26, title: 28, small: 22, head: 24 }

export interface TextStyle {
  size?: number
  bold?: boolean
  italics?: boolean
}

/** Runs of a text in which `**…**` is bold. */
export function runs(text: string, style: TextStyle = {}): TextRun[] {
  return text
    .split('**')
    .map((part, at) => ({ part, isBold: at % 2 === 1 }))
    .filter(({ part }) => part !== '')
    .map(({ part, isBold }) => new TextRun({ text: part, ...style, ...(isBold ? { bold: true } : {}) }))
}

/** A paragraph of the body: justified, first line set in; `keepNext` holds it on the page of what follows. */
export function text(content: string, options: { indent?: boolean; keepNext?: boolean } = {}): Paragraph {
  return new Paragraph({
    children: runs(content),
    alignment: AlignmentType.BOTH,
    spacing: { before: 60, after: 60 },
    indent: options.indent === false ? {} : { firstLine: 567 },
    ...(options.keepNext ? { keepNext: true } : {}),
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

/** A paragraph in the middle; `spacing` in twentieths of a point. */
export function centred(
  content: string,
  style: TextStyle = {},
  spacing = { before: 0, after: 0 },
): Paragraph {
  return new Paragraph({ children: runs(content, style), alignment: AlignmentType.CENTER, spacing })
}

/** A drawn line under centred text, `inset` twips from both sides. */
export function ruleUnder(inset: number): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: '', size: 8 })],
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
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
