import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { AppContract } from '#domain/contract/index.ts'
import type { FeedSource } from '#renderer/api/feed-stream.ts'

/** The hub's stream of changes. Has a client of its own: it also runs in a worker, where no session is at hand. */
export function hubFeed(): FeedSource {
  const hub: Pick<ContractRouterClient<AppContract>, 'feed'> = createORPCClient(
    new RPCLink({
      url: `${globalThis.location.origin}/rpc`,
      fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
    }),
  )
  return {
    open: (since, signal) => hub.feed.changes({ since }, { signal }),
    isSignedOut: (error) => error instanceof ORPCError && error.code === 'not_signed_in',
  }
}
