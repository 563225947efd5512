import { createRootRoute, createRoute } from '@tanstack/react-router'
import { FrameLayout } from '#renderer/app/frame-layout.tsx'

const rootRoute = createRootRoute()

/** Parent of pages that stand inside the frame; sign-in and first run hang on the root itself. */
const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: FrameLayout })

// A page is one file `features/<feature>/<page>.tsx` and one entry in a list below:
//   createRoute({ getParentRoute: () => frameRoute, path: '/nguoi',
//     component: lazyRouteComponent(() => import('#renderer/features/people/people-page.tsx'), 'PeoplePage') }),

/** Every address of the program. */
export const routeTree = rootRoute.addChildren([frameRoute.addChildren([])])
