import type { Migration } from './migration.ts'

const SQL = `
create table obligation_backlog (
  stay_id text primary key,
  cause text not null
) strict, without rowid;

insert into obligation_backlog select stay_id, cause from obligation_stale;
delete from obligation_stale;
`

/** Stays that are reckoned anew batch by batch, apart from those a write itself has changed. */
export const obligationBacklog: Migration = { version: 33, name: '0033-obligation-backlog', sql: SQL }
