import { createRootRoute, createRoute, type RouteComponent } from '@tanstack/react-router'
import { FrameLayout } from '#renderer/app/frame-layout.tsx'
import { SessionGate } from '#renderer/app/session-gate.tsx'

/** Above every page; those outside the frame hang on it themselves. */
export const rootRoute = createRootRoute({ component: SessionGate })

/** Parent of pages that stand inside the frame; sign-in and first run hang on the root itself. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: FrameLayout,
})

/** A page inside the frame at an address; `component` is fetched when it is about to be shown. */
export function page<const Path extends string>(path: Path, component: RouteComponent) {
  return createRoute({ getParentRoute: () => frameRoute, path, component })
}
