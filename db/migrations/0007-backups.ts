import type { Migration } from './migration.ts'

const SQL = `
alter table backup_run add column kind text not null default 'local' check (kind in ('local', 'sealed', 'monthly'));
alter table backup_run add column folder text;
alter table backup_run add column sheet text;
create index backup_run_kind_idx on backup_run (kind, outcome, taken_at);
create table recovery_sheet (
  id text primary key,
  public_key blob not null check (length(public_key) = 32),
  made_at text not null,
  made_by text not null,
  state text not null check (state in ('unconfirmed', 'active', 'replaced')),
  confirmed_at text,
  confirmed_by text,
  replaced_at text
) strict;
create unique index recovery_sheet_active_idx on recovery_sheet (state) where state = 'active';
create table backup_drill (
  id text primary key,
  done_at text not null,
  done_by text not null,
  file text not null,
  made_at text,
  sheet text not null,
  outcome text not null check (outcome in ('passed', 'failed')),
  detail text
) strict;
create index backup_drill_done_idx on backup_drill (outcome, done_at);
create table hub_secret (
  name text primary key check (name in ('audit-digest')),
  value blob not null,
  made_at text not null
) strict;
`

export const backups: Migration = { version: 7, name: '0007-backups', sql: SQL }
