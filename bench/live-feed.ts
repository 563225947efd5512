import { summarise, type Measured } from './measure.ts'
import { call } from './subject.ts'

/** Opens a desk's stream of changes and calls back with each piece that comes. */
async function openFeed(
  url: string,
  cookie: string,
  stop: AbortSignal,
  onPiece: (text: string) => void,
): Promise<void> {
  const response = await fetch(`${url}/rpc/feed/changes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ json: {} }),
    signal: stop,
  })
  const decoder = new TextDecoder()
  const read = async () => {
    for await (const piece of response.body ?? []) onPiece(decoder.decode(piece, { stream: true }))
  }
  read().catch(() => {})
}

/** How long after a write begins its change has reached all the other desks. */
export async function measureFeed(
  url: string,
  cookie: string,
  options: { desks: number; writes: number; write: () => Promise<unknown> },
): Promise<Measured> {
  const stop = new AbortController()
  let heard = 0
  let onAll: () => void = () => {}
  const onPiece = (text: string) => {
    if (!text.includes('"type":"change"')) return
    heard += 1
    if (heard === options.desks) onAll()
  }
  for (let desk = 0; desk < options.desks; desk += 1) await openFeed(url, cookie, stop.signal, onPiece)
  const series: number[] = []
  for (let i = 0; i < options.writes; i += 1) {
    heard = 0
    const all = new Promise<void>((resolve) => {
      onAll = resolve
    })
    const begun = performance.now()
    await Promise.all([options.write(), all])
    series.push(performance.now() - begun)
  }
  stop.abort()
  await call(url, 'auth/me', {}, cookie).catch(() => {})
  return summarise(series)
}
