import { z } from 'zod'
import { ROLES } from '../permissions/roles.ts'
import { copyFields, previewShape } from './backup.ts'
import { idField, lineField } from './fields.ts'
import { jobShape } from './jobs.ts'
import { route } from './route.ts'

/** A long work of the first run, followed without an account. */
const workShape = z.object({
  state: jobShape.shape.state,
  done: z.number(),
  total: z.number().nullable(),
  step: z.string().nullable(),
  problem: z.string().nullable(),
})

export const setupContract = {
  status: route({ access: 'public', kind: 'call', summary: 'Whether the centre has been set up' })
    .input(z.strictObject({}))
    .output(
      z.object({
        state: z.enum(['empty', 'ready']),
        centreName: z.string().nullable(),
        isDemo: z.boolean(),
        installationId: z.string(),
        /** Accounts of the fictitious centre; empty in a real one. */
        demoLogins: z.array(
          z.object({
            login: z.string(),
            name: z.string(),
            roles: z.array(z.enum(ROLES)),
            password: z.string(),
          }),
        ),
        /** How far filling the fictitious centre is; nobody is signed in yet who could follow a job. */
        demoWork: workShape.nullable(),
        /** How far opening a copy is that may be restored, and what it holds. */
        copyWork: workShape.extend({ preview: previewShape.nullable() }).nullable(),
      }),
    ),
  create: route({
    access: 'public',
    kind: 'call',
    summary: 'First run: the centre and its first two accounts',
  })
    .input(
      z.strictObject({
        centreName: lineField(200, 'Tên cơ sở'),
        provinceCode: z.string().length(2).nullable().default(null),
        headTitle: lineField(80, 'Chức danh người đứng đầu').default('Trưởng cơ sở'),
        headName: z.string().trim().max(120).nullable().default(null),
        superiorBody: z.string().trim().max(200).nullable().default(null),
        /** One person with both roles is chosen openly; otherwise the head gets an own account. */
        administrator: z.strictObject({
          id: idField,
          login: lineField(60, 'Tên đăng nhập'),
          name: lineField(120, 'Họ tên'),
          password: z.string().max(400),
        }),
        head: z
          .strictObject({
            id: idField,
            login: lineField(60, 'Tên đăng nhập'),
            name: lineField(120, 'Họ tên'),
            password: z.string().max(400),
          })
          .nullable(),
      }),
    )
    .output(z.object({ created: z.literal(true) })),
  lookIntoCopy: route({
    access: 'public',
    kind: 'call',
    summary: 'First run: open a backup of another hub and say what it holds; a long work',
  })
    .input(z.strictObject(copyFields))
    .output(z.object({ started: z.literal(true) })),
  restore: route({
    access: 'public',
    kind: 'call',
    summary: 'First run: take the data of a backup in place of an empty hub',
  })
    .input(z.strictObject(copyFields))
    .output(z.object({ started: z.literal(true) })),
  demo: route({
    access: 'public',
    kind: 'call',
    summary: 'First run: fill an empty hub with a fictitious centre',
  })
    .input(z.strictObject({}))
    .output(z.object({ started: z.literal(true) })),
}
