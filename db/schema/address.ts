import { column, type Columns } from './column-facts.ts'
export interface AddressTable {
  id: string
  person_id: string
  kind: 'permanent' | 'current' | 'after-release'
  commune_code: string | null
  province_code: string | null
  detail: string | null
  printed: string | null
  valid_from: string | null
  superseded_at: string | null
  created_at: string
}

export const addressColumns = {
  id: column('none', 'Record id (UUID)'),
  person_id: column('none', 'Whose address'),
  kind: column('none', 'Permanent, current, or registered for after release'),
  commune_code: column('personal', 'Commune of today, 5 digits'),
  province_code: column('personal', 'Province of today, 2 digits'),
  detail: column('personal', 'House, hamlet, street'),
  printed: column('personal', 'The text as printed on the card or in the list, old unit names kept'),
  valid_from: column('personal', 'From which day'),
  superseded_at: column('none', 'When a newer one replaced it'),
  created_at: column('none', 'When the row was made'),
} satisfies Columns<AddressTable>
