/** The one origin of the window's pages. Not `http:`, not `file:`: served by this process alone. */
export const APP_SCHEME = 'app'
const APP_HOST = 'neo-ve'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/**
 * True for an address of our own pages. Judged by the parsed parts: the text may begin like ours and be another
 * host, carry a user name or a port. (`URL.origin` is `"null"` for a scheme the parser does not know.)
 */
export function isOwnAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (
    url.protocol === `${APP_SCHEME}:` &&
    url.hostname === APP_HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  )
}

/** True for a file that one of our pages made in memory, as it is when somebody saves a document. */
export function isOwnBlob(text: string): boolean {
  return text.startsWith('blob:') && isOwnAddress(text.slice('blob:'.length))
}

/** True for what a page may load: its own files, what it made itself, and the developer tools' own pages. */
export function isOwnResource(text: string): boolean {
  return isOwnAddress(text) || isOwnBlob(text) || /^(data|devtools):/.test(text)
}
