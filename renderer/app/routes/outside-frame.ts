import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '#renderer/app/routes/page.ts'

/** Pages outside the frame. */
export const outside = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bat-dau',
    component: lazyRouteComponent(
      () => import('#renderer/features/setup/first-run-page.tsx'),
      'FirstRunPage',
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/dang-nhap',
    component: lazyRouteComponent(() => import('#renderer/features/sign-in/sign-in-page.tsx'), 'SignInPage'),
  }),
]
