import { createRouter } from '@tanstack/react-router'
import { NotFoundPage, PageError, PagePending } from '#renderer/app/page-states.tsx'
import { routeTree } from '#renderer/app/routes.ts'

/** The router over all pages; code of a page is fetched when the pointer or the focus nears its link. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: PageError,
    defaultPendingComponent: PagePending,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
