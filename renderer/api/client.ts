import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { AppContract } from '#domain/contract/index.ts'
import { rescueCall } from '#renderer/api/call-rescue.ts'

/** What a call may say about itself. */
export interface CallOptions {
  /**
   * Makes a repeated write harmless: the same act keeps the same key however often it is sent. A screen passes the
   * key it made when the person began the act; without one each call is an act of its own.
   */
  key?: string
  /** The screen asks by itself: does not keep the session awake. */
  isBackground?: boolean
}

const link = new RPCLink<CallOptions>({
  url: `${globalThis.location.origin}/rpc`,
  headers: ({ context }) => ({
    'idempotency-key': context.key ?? crypto.randomUUID(),
    ...(context.isBackground ? { 'x-background': '1' } : {}),
  }),
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
  interceptors: [
    async (call) => {
      // One act keeps one key, also when it is sent again after signing in or confirming the password.
      const context = { ...call.context, key: call.context.key ?? crypto.randomUUID() }
      for (;;) {
        try {
          return await call.next({ ...call, context })
        } catch (error) {
          if (!(await rescueCall(error, call.path))) throw error
        }
      }
    },
  ],
})

/** The hub's API, typed by the contract alone. */
export const hub: ContractRouterClient<AppContract, CallOptions> = createORPCClient(link)

/** Query and mutation options for TanStack Query: `api.users.list.queryOptions({ input: {} })`. */
export const api = createTanstackQueryUtils(hub)
