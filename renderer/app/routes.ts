import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { FrameLayout } from '#renderer/app/frame-layout.tsx'
import { SessionGate } from '#renderer/app/session-gate.tsx'

const rootRoute = createRootRoute({ component: SessionGate })

/** Parent of pages that stand inside the frame; sign-in and first run hang on the root itself. */
const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: FrameLayout })

// A page is one file `features/<feature>/<page>.tsx` and one entry in a list below:
//   createRoute({ getParentRoute: () => frameRoute, path: '/nguoi',
//     component: lazyRouteComponent(() => import('#renderer/features/people/people-page.tsx'), 'PeoplePage') }),

/** Pages outside the frame. */
const outside = [
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

/** Every address of the program. */
export const routeTree = rootRoute.addChildren([...outside, frameRoute.addChildren([])])
