import { renderAsync } from 'docx-preview'
import { adoptRules, sheetOf } from '#renderer/app/adopt-rules.ts'

/** Paper on the screen; on paper the page itself. */
const FRAME = `
  .docx-wrapper { background: none !important; padding: 0 !important; display: flex; flex-flow: column; align-items: center; }
  .docx-wrapper > section.docx { background: #fff; color: #000; box-shadow: 0 1px 4px rgb(0 0 0 / 30%) !important; margin: 0 0 16px !important; }
  @media print {
    .docx-wrapper { display: block; }
    .docx-wrapper > section.docx {
      box-shadow: none !important; margin: 0 !important; min-height: 0 !important; overflow: visible !important;
      padding: 0 !important; width: auto !important;
    }
    section.docx > header { margin-top: 0 !important; min-height: 0 !important; }
    .docx-wrapper > section.docx + section.docx { break-before: page; }
  }
`

const NUMBER = "@top-center { content: counter(page); font: 13pt 'Times New Roman', serif; }"

/**
 * The margins of the document's first section as those of the printed page, numbered from the second page on; the
 * program's own space around a page goes.
 */
function pageRules(section: HTMLElement | null, isNumbered: boolean): string {
  if (section === null) return ''
  const { paddingTop, paddingRight, paddingBottom, paddingLeft } = section.style
  return `
    @page { size: a4; margin: ${paddingTop} ${paddingRight} ${paddingBottom} ${paddingLeft}; ${isNumbered ? NUMBER : ''} }
    @page :first { @top-center { content: none; } }
    @media print { main, main > * { gap: 0 !important; padding: 0 !important; } }
  `
}

/**
 * Shows a Word file as pages inside `host`. Its styles go in as constructed sheets, which the page's policy allows,
 * and stay inside the shadow: they reach nothing of the program. Returns how to take the rules of the printed page
 * away again, which cannot live in a shadow.
 * @param options.isNumbered false for one of several documents printed together, whose pages the printer would count on
 */
export async function showDocx(
  file: Blob,
  host: HTMLElement,
  { isNumbered = true }: { isNumbered?: boolean } = {},
): Promise<() => void> {
  const styles = document.createElement('div')
  const body = document.createElement('div')
  await renderAsync(await file.arrayBuffer(), body, styles, {
    inWrapper: true,
    breakPages: true,
    renderAltChunks: false,
    renderComments: false,
    useBase64URL: true,
    ignoreLastRenderedPageBreak: true,
  })
  const texts = [...styles.querySelectorAll('style')].map((style) => style.textContent)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [...texts, FRAME].map(sheetOf)
  root.replaceChildren(...body.childNodes)
  return adoptRules(pageRules(root.querySelector<HTMLElement>('section.docx'), isNumbered))
}
