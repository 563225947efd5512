import { findUser, listRoles } from '#db/queries/accounts/reader.ts'
import { checkPassword } from '#domain/accounts/password-policy.ts'
import type { usersContract } from '#domain/contract/users.ts'
import { AppError } from '#domain/errors.ts'
import { KEY_MISSING } from '../key-missing.ts'
import { hashPassword } from '../auth/passwords.ts'
import type { CallUseCases } from '../use-case.ts'

export const usersCalls: CallUseCases<typeof usersContract> = {
  add: async ({ hub, actor, now, idempotencyKey }, input) => {
    if (idempotencyKey === null) throw new AppError('invalid_input', KEY_MISSING)
    const problems = checkPassword(input.password, input.roles, input.login)
    if (problems.length > 0) throw new AppError('invalid_input', problems[0]?.message, { problems })
    const { password, ...account } = input
    return hub.writer.internal(
      'addUser',
      actor,
      now,
      { ...account, passwordHash: await hashPassword(password), mustChangePassword: true },
      { key: idempotencyKey, over: account },
    )
  },
  resetPassword: async ({ hub, actor, now }, input) => {
    const user = findUser(hub.read, input.id)
    if (!user) throw new AppError('not_found')
    const problems = checkPassword(input.password, listRoles(hub.read, user.id), user.login)
    if (problems.length > 0) throw new AppError('invalid_input', problems[0]?.message, { problems })
    await hub.writer.internal('setPassword', actor, now, {
      userId: user.id,
      passwordHash: await hashPassword(input.password),
      mustChange: true,
      keepSession: null,
    })
    return { reset: true }
  },
}
