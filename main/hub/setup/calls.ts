import { randomUUID } from 'node:crypto'
import { countUsers } from '#db/queries/accounts/reader.ts'
import { wasAnswered } from '#db/queries/idempotency/reader.ts'
import { checkPassword } from '#domain/accounts/password-policy.ts'
import type { setupContract } from '#domain/contract/setup.ts'
import { AppError, type Problem } from '#domain/errors.ts'
import type { Role } from '#domain/permissions/roles.ts'
import { hashPassword } from '../auth/passwords.ts'
import { KEY_MISSING } from '../key-missing.ts'
import type { CallUseCases } from '../use-case.ts'
import type { NewUser } from '../users/writes.ts'
import { setupStatus } from './reads.ts'
import { createDemo } from './demo.ts'
import { COPY_WORK, lookIntoCopy, restoreFirst } from './restore-first.ts'

export const setupCalls: CallUseCases<typeof setupContract> = {
  status: ({ hub, now }) =>
    setupStatus(hub.read, now, hub.folder.installationId, {
      demo: hub.jobs.latest('demo'),
      copy: hub.jobs.latest(COPY_WORK),
    }),
  create: async ({ hub, actor, now, idempotencyKey }, input) => {
    // Before any password is hashed: a stranger must not be able to keep the hub busy with it.
    const isRepeated = idempotencyKey !== null && wasAnswered(hub.read, idempotencyKey)
    if (countUsers(hub.read) > 0 && !isRepeated) throw new AppError('already_set_up')
    if (idempotencyKey === null) throw new AppError('invalid_input', KEY_MISSING)
    const accounts: { account: typeof input.administrator; roles: Role[]; prefix: string }[] = input.head
      ? [
          { account: input.administrator, roles: ['administrator'], prefix: 'administrator' },
          { account: input.head, roles: ['director'], prefix: 'head' },
        ]
      : [{ account: input.administrator, roles: ['administrator', 'director'], prefix: 'administrator' }]
    const problems: Problem[] = accounts.flatMap(({ account, roles, prefix }) =>
      checkPassword(account.password, roles, account.login).map((problem) => ({
        ...problem,
        field: `${prefix}.password`,
      })),
    )
    if (problems.length > 0) throw new AppError('invalid_input', problems[0]?.message, { problems })
    const users: NewUser[] = []
    for (const { account, roles } of accounts) {
      users.push({
        id: account.id,
        login: account.login,
        name: account.name,
        roles,
        passwordHash: await hashPassword(account.password),
        mustChangePassword: false,
      })
    }
    return hub.writer.internal(
      'createCentre',
      actor,
      now,
      {
        id: randomUUID(),
        name: input.centreName,
        code: null,
        headTitle: input.headTitle,
        headName: input.headName,
        superiorBody: input.superiorBody,
        court: null,
        provinceCode: input.provinceCode,
        address: null,
        isDemo: false,
        users,
      },
      { key: idempotencyKey, over: { centreName: input.centreName, ids: users.map((user) => user.id) } },
    )
  },
  lookIntoCopy: ({ hub, actor }, asked) => lookIntoCopy(hub, actor, asked),
  restore: ({ hub, actor, now }, asked) => restoreFirst(hub, actor, now, asked),
  demo: ({ hub, actor }) => createDemo(hub, actor),
}
