import {
  QueryCache,
  QueryClient,
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type QueryClientConfig,
  type Query,
  type QueryKey,
} from '@tanstack/react-query'
import { toHubError, type HubError } from '#renderer/api/hub-error.ts'

/** What another try may get past; a refusal stays one, and is said at once. */
const PASSING: readonly HubError['code'][] = ['unreachable', 'busy', 'internal', 'stopping']

/** What says nothing of what was asked: the hub is away, or about to be. */
const AWAY: readonly HubError['code'][] = ['unreachable', 'busy', 'stopping']

/**
 * What is shown stays shown while the hub is away: a page taken down would take what is being typed in it along. It
 * counts as out of date, and is read again once the hub is back.
 */
function keepShown(error: unknown, query: Query<unknown, unknown>): void {
  if (query.state.data !== undefined && AWAY.includes(toHubError(error).code))
    query.setState({ status: 'success', error: null })
}

/** How long a form that was saved waits for what it changed to be read again, in milliseconds. */
const REFRESH_WAIT_MS = 800

/**
 * A cache whose readings anew take nothing down and hold nobody up: on a slow LAN, or when the cable is pulled right after saving, a form
 * closes all the same, and the lists follow when they come.
 */
export class DeskQueryClient extends QueryClient {
  #refresh: Promise<unknown> = Promise.resolve()

  constructor(config: QueryClientConfig = {}) {
    super({ queryCache: new QueryCache({ onError: keepShown }), ...config })
  }

  override invalidateQueries<Key extends QueryKey = QueryKey>(
    filters?: InvalidateQueryFilters<Key>,
    options?: InvalidateOptions,
  ): Promise<void> {
    const read = super.invalidateQueries(filters, options)
    const waited = Promise.race([read, new Promise<void>((resolve) => setTimeout(resolve, REFRESH_WAIT_MS))])
    this.#refresh = Promise.all([this.#refresh, waited])
    return waited
  }

  /** Settles once everything asked to be read anew has come, or was waited for long enough. */
  async refreshed(): Promise<void> {
    await this.#refresh
  }
}

/**
 * The cache of what the hub answered. The change feed invalidates what changed, so that nothing is asked again merely
 * because a window got the focus; a write is never repeated by the cache, its idempotency key is.
 */
export const queryClient = new DeskQueryClient({
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
