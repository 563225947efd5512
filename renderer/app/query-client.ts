import { QueryClient } from '@tanstack/react-query'
import { toHubError, type HubError } from '#renderer/api/hub-error.ts'

/** What another try may get past; a refusal stays one, and is said at once. */
const PASSING: readonly HubError['code'][] = ['unreachable', 'busy', 'internal', 'stopping']

/**
 * The cache of what the hub answered. The change feed invalidates what changed, so that nothing is asked again merely
 * because a window got the focus; a write is never repeated by the cache, its idempotency key is.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => failures < 1 && PASSING.includes(toHubError(error).code),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
