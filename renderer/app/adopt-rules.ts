/** A style sheet of this text; constructed, so that the page's policy allows it. */
export function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

/** Gives the whole page rules for a while, such as those of the printed sheet. Returns how to take them away again. */
export function adoptRules(text: string): () => void {
  const sheet = sheetOf(text)
  document.adoptedStyleSheets.push(sheet)
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}
