import { Bonjour, type Service } from 'bonjour-service'

/** A hub that called out on the LAN: a hint for an address, never an identity. */
export interface HubHint {
  name: string
  host: string
  pairingPort: number
  lanPort: number
  /** First characters of the installation's id. */
  installation: string
}

/** Type of the hub's service on the LAN. */
const SERVICE = 'neove'
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/

/** Hubs that answer within `ms`; none when the network does not let such calls through. */
export async function discoverHubs(ms = 2_000): Promise<HubHint[]> {
  const bonjour = new Bonjour({}, () => {
    // No network card, or the port is taken: the address is typed by hand.
  })
  const found = new Map<string, HubHint>()
  try {
    bonjour.find({ type: SERVICE }, (service) => {
      for (const hint of hintsOf(service)) found.set(`${hint.host} ${hint.installation}`, hint)
    })
    await new Promise((resolve) => setTimeout(resolve, ms))
  } finally {
    await new Promise<void>((resolve) => {
      bonjour.destroy(() => resolve())
      setTimeout(resolve, 500)
    })
  }
  return [...found.values()]
}

function hintsOf(service: Pick<Service, 'name' | 'port' | 'addresses' | 'txt'>): HubHint[] {
  const text: unknown = service.txt
  const facts = typeof text === 'object' && text !== null ? Object.entries(text) : []
  const fact = (name: string) => String(facts.find(([key]) => key === name)?.[1] ?? '')
  const pairingPort = Number(fact('pair')) || service.port
  return (service.addresses ?? [])
    .filter((address) => IPV4.test(address))
    .map((host) => ({
      name: service.name,
      host,
      pairingPort,
      lanPort: Number(fact('port')) || service.port,
      installation: fact('id'),
    }))
}
