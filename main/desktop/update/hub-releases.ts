import { randomUUID } from 'node:crypto'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { installerPath, type releasesContract } from '#domain/contract/releases.ts'
import type { DeskUpdateKind } from '#domain/releases/desk-update.ts'
import type { ReleasePlatform } from '#domain/releases/manifest.ts'
import { APP_ORIGIN } from '../origin.ts'

/** Brings a request to the hub and its answer back; throws while the hub is not to be reached. */
export type Carry = (request: Request) => Promise<Response>

/** A release as the hub hands it out: bytes that nobody has looked at yet. */
export interface OfferedRelease {
  id: string
  manifest: Buffer
  signature: Buffer
}

/** The hub's releases seen from a desk, over the same connection as the page, with the page's session. */
export class HubReleases {
  readonly #carry: Carry
  readonly #hub: ContractRouterClient<{ releases: typeof releasesContract }>

  constructor(carry: Carry) {
    this.#carry = carry
    this.#hub = createORPCClient(
      new RPCLink({
        url: `${APP_ORIGIN}/rpc`,
        // The desk asks by itself: an abandoned desk is not kept signed in by it.
        headers: () => ({ 'idempotency-key': randomUUID(), 'x-background': '1' }),
        fetch: (request) => this.#carry(request),
      }),
    )
  }

  /** What the hub offers this desk; null for nothing. */
  async offer(version: string): Promise<OfferedRelease | null> {
    const offer = await this.#hub.releases.offer({ version })
    return offer
      ? {
          id: offer.id,
          manifest: Buffer.from(offer.manifest, 'base64'),
          signature: Buffer.from(offer.signature, 'base64'),
        }
      : null
  }

  /** Lets the administrator's screen show how far this desk is. */
  async tell(word: {
    version: string
    platform: ReleasePlatform
    state: DeskUpdateKind
    releaseVersion: string | null
    problem: string | null
  }): Promise<void> {
    await this.#hub.releases.tell(word)
  }

  /** The answer that carries an installer from the byte `start` on. */
  installer(id: string, name: string, start: number): Promise<Response> {
    return this.#carry(
      new Request(`${APP_ORIGIN}${installerPath(id, name)}`, {
        headers: { 'x-background': '1', ...(start > 0 ? { range: `bytes=${start}-` } : {}) },
        redirect: 'manual',
      }),
    )
  }
}
