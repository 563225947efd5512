import type { Migration } from './migration.ts'

const SQL = `
create index obligation_duty_idx on obligation (duty, due_at) where state = 'scheduled';
`

/** The first of a duty is found without reading all that is due before it. */
export const dutyIndex: Migration = { version: 34, name: '0034-duty-index', sql: SQL }
