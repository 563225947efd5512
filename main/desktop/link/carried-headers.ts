import type { IncomingHttpHeaders } from 'node:http'

/** What belongs to one connection, or names the page's own origin: the hub gets its own. */
const NOT_TO_HUB =
  /^(sec-.*|proxy-.*|x-forwarded-.*|forwarded|cookie|origin|referer|host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|accept-encoding|user-agent|content-length)$/
const NOT_TO_PAGE = /^(set-cookie|connection|keep-alive|transfer-encoding|trailer|upgrade|proxy-.*)$/

/** Headers of the page's request that go on to the hub. */
export function headersToHub(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !NOT_TO_HUB.test(name)))
}

/** Headers of the hub's answer that the page may see. */
export function headersToPage(headers: IncomingHttpHeaders): Headers {
  const shown = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || NOT_TO_PAGE.test(name)) continue
    for (const line of Array.isArray(value) ? value : [value]) shown.append(name, line)
  }
  return shown
}
