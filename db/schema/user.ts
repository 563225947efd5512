import { column, type Columns } from './column-facts.ts'
import type { Generated } from 'kysely'

export interface UserTable {
  id: string
  login: string
  display_name: string
  password_hash: string
  state: 'active' | 'disabled'
  must_change_password: Generated<number>
  created_at: string
  version: Generated<number>
}

export const userColumns = {
  id: column('none', 'Record id'),
  login: column('staff', 'Login, small letters'),
  display_name: column('staff', 'Name of the person'),
  password_hash: column('staff', 'Argon2id hash'),
  state: column('staff', 'Active or disabled'),
  must_change_password: column('none', 'The password was given by somebody else'),
  created_at: column('none', 'When the account was made'),
  version: column('none', 'Count of edits'),
} satisfies Columns<UserTable>
