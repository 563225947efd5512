import type { Migration } from './migration.ts'

const SQL = `
alter table keep_apart add column in_class integer not null default 0 check (in_class in (0, 1));
alter table keep_apart add column in_visit integer not null default 0 check (in_visit in (0, 1));
alter table keep_apart add column role_a text not null default 'unknown' check (role_a in ('threatened', 'threatening', 'both', 'neither', 'unknown'));
alter table keep_apart add column role_b text not null default 'unknown' check (role_b in ('threatened', 'threatening', 'both', 'neither', 'unknown'));
alter table keep_apart add column ground text not null default 'other' check (ground in ('fight', 'threat', 'same-case', 'relatives', 'authority', 'own-request', 'other'));
alter table keep_apart add column authorised_by text;
alter table keep_apart add column review_on text;
alter table keep_apart add column reopens_id text references keep_apart (id);
create index keep_apart_opened_idx on keep_apart (opened_at, id);
create index keep_apart_review_idx on keep_apart (review_on, id) where closed_at is null;

alter table bed_outage add column scope_id text references place (id);
alter table bed_outage add column ended_by text;
create index bed_outage_history_idx on bed_outage (from_at, id);

create table outage_plan (
  id text primary key,
  place_id text not null references place (id),
  reason text not null check (reason in ('damage', 'damp', 'maintenance', 'disinfection', 'pests', 'refurbishment', 'staff-shortage', 'other')),
  note text,
  from_on text not null,
  back_on text,
  made_at text not null,
  made_by text not null,
  begun_at text,
  cancelled_at text,
  cancelled_by text,
  check (back_on is null or back_on >= from_on),
  check (begun_at is null or cancelled_at is null)
) strict;
create index outage_plan_waiting_idx on outage_plan (from_on, id) where begun_at is null and cancelled_at is null;
create index outage_plan_place_idx on outage_plan (place_id);

create table reshuffle (
  id text primary key,
  zone_id text not null references place (id),
  name text not null,
  reason text not null,
  state text not null check (state in ('draft', 'done', 'undone', 'cancelled')),
  moves text not null check (json_valid(moves)),
  made_at text not null,
  made_by text not null,
  changed_at text not null,
  changed_by text not null,
  done_at text,
  done_by text,
  ended_at text,
  ended_by text,
  version integer not null default 1,
  check ((done_at is null) = (done_by is null))
) strict;
create index reshuffle_zone_idx on reshuffle (zone_id, made_at);

create table sweep_run (
  id text primary key,
  at text not null,
  by text not null,
  found integer not null,
  opened integer not null,
  resolved integer not null
) strict;
create index sweep_run_at_idx on sweep_run (at);

create table sweep_finding (
  id text primary key,
  mark text not null,
  kind text not null check (kind in ('keep-apart-room', 'keep-apart-zone', 'sex', 'private-room', 'age', 'infection', 'over-capacity', 'alert', 'bed-out-of-service', 'out-too-long')),
  zone_id text references place (id),
  place_code text not null,
  person_id text not null references person (id),
  other_id text references person (id),
  sentence text not null,
  is_hard integer not null check (is_hard in (0, 1)),
  first_seen_at text not null,
  last_seen_at text not null,
  acknowledged_at text,
  acknowledged_by text,
  acknowledge_reason text,
  resolved_at text,
  version integer not null default 1,
  check ((acknowledged_at is null) = (acknowledge_reason is null))
) strict;
create unique index sweep_finding_open_idx on sweep_finding (mark) where resolved_at is null;
create index sweep_finding_seen_idx on sweep_finding (first_seen_at, id);
create index sweep_finding_person_idx on sweep_finding (person_id);
`

/** Pairs kept apart in full, planned outages, drafts of a reshuffle, and what the nightly sweep finds. */
export const placementSafety: Migration = { version: 14, name: '0014-placement-safety', sql: SQL }
