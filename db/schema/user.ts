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
