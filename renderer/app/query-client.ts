import { QueryClient } from '@tanstack/react-query'

/**
 * The cache of what the hub answered. The change feed invalidates what changed, so that nothing is asked again merely
 * because a window got the focus; a write is never repeated by the cache, its idempotency key is.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, refetchOnWindowFocus: false, networkMode: 'always', retry: 1 },
    mutations: { networkMode: 'always', retry: false },
  },
})
