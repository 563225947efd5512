import { z } from 'zod'
import { ROLES } from '../permissions/roles.ts'
import { PERMISSIONS } from '../permissions/permissions.ts'
import { route } from './route.ts'

/** Who is signed in, as every screen needs to know it. */
const meShape = z.object({
  userId: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  permissions: z.array(z.enum(PERMISSIONS)),
  centreName: z.string(),
  isDemo: z.boolean(),
  mustChangePassword: z.boolean(),
  idleMinutes: z.number(),
  hubTime: z.string(),
})
export type Me = z.infer<typeof meShape>

export const authContract = {
  signIn: route({ access: 'public', kind: 'call', summary: 'Sign in with login and password' })
    .input(
      z.strictObject({
        login: z.string().max(200),
        password: z.string().max(400),
        desk: z.string().max(60).default(''),
      }),
    )
    .output(meShape),
  me: route({ access: 'sessions.own', kind: 'call', summary: 'Who is signed in and what they may do' })
    .input(z.strictObject({}))
    .output(meShape),
  signOut: route({ access: 'sessions.own', kind: 'call', summary: 'End this session' })
    .input(z.strictObject({}))
    .output(z.object({ ended: z.literal(true) })),
  stepUp: route({
    access: 'sessions.own',
    kind: 'call',
    summary: 'Confirm the password before an act that asks for it',
  })
    .input(z.strictObject({ password: z.string().max(400) }))
    .output(z.object({ confirmed: z.literal(true) })),
  changePassword: route({
    access: 'sessions.own',
    kind: 'call',
    summary: 'Choose a new password for oneself',
  })
    .input(z.strictObject({ current: z.string().max(400), next: z.string().max(400) }))
    .output(z.object({ changed: z.literal(true) })),
}
