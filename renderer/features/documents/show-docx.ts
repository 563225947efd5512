import { renderAsync } from 'docx-preview'

/** Paper on the screen; on paper the page itself. */
const FRAME = `
  .docx-wrapper { background: none !important; padding: 0 !important; display: flex; flex-flow: column; align-items: center; }
  .docx-wrapper > section.docx { background: #fff; color: #000; box-shadow: 0 1px 4px rgb(0 0 0 / 30%) !important; margin: 0 0 16px !important; }
  @media print {
    .docx-wrapper { display: block; }
    .docx-wrapper > section.docx { box-shadow: none !important; margin: 0 !important; break-after: page; }
    .docx-wrapper > section.docx:last-of-type { break-after: auto; }
  }
`

/**
 * Shows a Word file as pages inside `host`. Its styles go in as constructed sheets, which the page's policy allows,
 * and stay inside the shadow: they reach nothing of the program.
 */
export async function showDocx(file: Blob, host: HTMLElement): Promise<void> {
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
  root.adoptedStyleSheets = [...texts, FRAME].map((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  root.replaceChildren(...body.childNodes)
}
