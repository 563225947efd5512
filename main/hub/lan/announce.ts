import { Bonjour } from 'bonjour-service'
import type { Log } from '../log.ts'

/** The service desks look for; a hint for an address, never an identity. */
const SERVICE_TYPE = 'neove'

/** The answer that the announcement is withdrawn may never come. */
const GOODBYE_MS = 500

/** Tells the LAN by mDNS where a hub listens: nothing about the place, its people or the program. */
export function announceHub(
  installationId: string,
  at: { port: number; pairingPort: number },
  log: Log,
): { stop: () => Promise<void> } {
  const id = installationId.slice(0, 8)
  const bonjour = new Bonjour({}, (error: unknown) => {
    // Networks without multicast are common: desks then take the address by hand.
    log.info('mdns not available', { code: error instanceof Error ? error.name : 'unknown' })
  })
  bonjour.publish({
    name: `neo-ve-${id}`,
    host: `neo-ve-${id}.local`,
    type: SERVICE_TYPE,
    port: at.port,
    txt: { id, port: String(at.port), pair: String(at.pairingPort) },
    disableIPv6: true,
  })
  return {
    stop: () =>
      new Promise((resolve) => {
        const late = setTimeout(resolve, GOODBYE_MS)
        bonjour.unpublishAll(() =>
          bonjour.destroy(() => {
            clearTimeout(late)
            resolve()
          }),
        )
      }),
  }
}
