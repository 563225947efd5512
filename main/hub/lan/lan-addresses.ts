import { hostname, networkInterfaces } from 'node:os'

/** Bound here, the listener answers on every network of this PC. */
export const EVERY_ADDRESS = '0.0.0.0'

/** Addresses at which desks reach a listener bound to `host`. */
export function lanAddresses(host: string): string[] {
  if (host !== EVERY_ADDRESS) return [host]
  return Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

/** The name of this PC as the network knows it. */
export function lanName(): string {
  return hostname()
}
