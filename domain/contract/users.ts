import { z } from 'zod'
import { ROLES } from '../permissions/roles.ts'
import { idField, lineField, versionField } from './fields.ts'
import { route } from './route.ts'

const rolesField = z.array(z.enum(ROLES)).min(1, { error: 'Chọn ít nhất một vai trò.' })

const userShape = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  state: z.enum(['active', 'disabled']),
  mustChangePassword: z.boolean(),
  lastSeenAt: z.string().nullable(),
  openSessions: z.number(),
  version: z.number(),
})
export type UserLine = z.infer<typeof userShape>

export const usersContract = {
  list: route({ access: 'users.read', kind: 'read', summary: 'All accounts with their roles' })
    .input(z.strictObject({}))
    .output(z.object({ users: z.array(userShape) })),
  add: route({ access: 'users.manage', kind: 'call', summary: 'Add an account' })
    .input(
      z.strictObject({
        id: idField,
        login: lineField(60, 'Tên đăng nhập'),
        name: lineField(120, 'Họ tên'),
        roles: rolesField,
        password: z.string().max(400),
      }),
    )
    .output(userShape),
  change: route({
    access: 'users.manage',
    kind: 'write',
    stepUp: true,
    summary: 'Change name and roles of an account',
  })
    .input(
      z.strictObject({
        id: idField,
        version: versionField,
        name: lineField(120, 'Họ tên'),
        roles: rolesField,
      }),
    )
    .output(userShape),
  setState: route({
    access: 'users.manage',
    kind: 'write',
    stepUp: true,
    summary: 'Disable or enable an account',
  })
    .input(z.strictObject({ id: idField, version: versionField, state: z.enum(['active', 'disabled']) }))
    .output(userShape),
  resetPassword: route({
    access: 'users.manage',
    kind: 'call',
    stepUp: true,
    summary: 'Give an account a new first password',
  })
    .input(z.strictObject({ id: idField, password: z.string().max(400) }))
    .output(z.object({ reset: z.literal(true) })),
  endSessions: route({
    access: 'users.manage',
    kind: 'write',
    summary: 'End every open session of an account',
  })
    .input(z.strictObject({ id: idField }))
    .output(z.object({ ended: z.number() })),
}
