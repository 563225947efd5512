import type { Migration } from './migration.ts'

const SQL = `
create table alert (
  id text primary key,
  person_id text not null references person (id),
  code text not null check (code in ('escape', 'violence', 'self-harm', 'contraband', 'protected', 'pregnant', 'with-child', 'lower-bunk', 'interpreter', 'health-watch', 'medicine', 'allergy', 'other')),
  detail text,
  reason text not null,
  from_on text not null,
  to_on text,
  review_on text not null,
  raised_at text not null,
  raised_by text not null,
  closed_at text,
  closed_by text,
  close_reason text,
  version integer not null default 1,
  check (code <> 'other' or detail is not null),
  check (to_on is null or to_on >= from_on),
  check ((closed_at is null) = (close_reason is null))
) strict;
create index alert_person_idx on alert (person_id, raised_at);
create index alert_open_idx on alert (person_id, code, from_on, to_on) where closed_at is null;
create index alert_review_idx on alert (review_on, id) where closed_at is null;
`

export const alerts: Migration = { version: 5, name: '0005-alerts', sql: SQL }
