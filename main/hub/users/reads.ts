import { listUsers } from '#db/queries/accounts/reader.ts'
import type { usersContract } from '#domain/contract/users.ts'
import type { ReadUseCases } from '../use-case.ts'

export const usersReads: ReadUseCases<typeof usersContract> = {
  list: (db, { now }) => ({ users: listUsers(db, now) }),
}
