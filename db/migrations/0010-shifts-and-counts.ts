import type { Migration } from './migration.ts'

const SQL = `
create table shift_time (
  valid_from text not null,
  no integer not null check (no between 1 and 6),
  name text not null,
  starts text not null check (starts glob '[0-2][0-9]:[0-5][0-9]'),
  set_at text not null,
  set_by text not null,
  primary key (valid_from, no)
) strict;

create table post (
  id text primary key,
  name text not null,
  zone_id text references place (id),
  created_at text not null,
  created_by text not null,
  retired_at text,
  version integer not null default 1
) strict;

create table duty (
  id text primary key,
  shift_at text not null,
  user_id text not null references user (id),
  post_id text references post (id),
  is_lead integer not null default 0 check (is_lead in (0, 1)),
  assigned_at text not null,
  assigned_by text not null,
  removed_at text,
  removed_by text,
  check ((removed_at is null) = (removed_by is null))
) strict;
create unique index duty_once_idx on duty (shift_at, user_id) where removed_at is null;

create table user_zone (
  user_id text not null references user (id),
  zone_id text not null references place (id),
  primary key (user_id, zone_id)
) strict;

create table team (
  id text primary key,
  name text not null,
  purpose text,
  responsible_id text not null references user (id),
  created_at text not null,
  created_by text not null,
  closed_at text,
  closed_by text,
  version integer not null default 1,
  check ((closed_at is null) = (closed_by is null))
) strict;
create index team_responsible_idx on team (responsible_id) where closed_at is null;

create table team_member (
  id text primary key,
  team_id text not null references team (id),
  stay_id text not null references stay (id),
  from_at text not null,
  added_by text not null,
  to_at text,
  removed_by text,
  check ((to_at is null) = (removed_by is null))
) strict;
create unique index team_member_once_idx on team_member (stay_id) where to_at is null;
create index team_member_team_idx on team_member (team_id) where to_at is null;

create table head_count (
  id text primary key,
  zone_id text not null references place (id),
  shift_at text not null,
  opened_at text not null,
  opened_by text not null,
  given_by text,
  received_by text,
  signed_at text,
  computed integer check (computed >= 0),
  counted integer check (counted >= 0),
  missing integer check (missing >= 0),
  extra integer check (extra >= 0),
  sheet text,
  sheet_hash text,
  version integer not null default 1,
  unique (zone_id, shift_at),
  check ((signed_at is null) = (sheet is null)),
  check ((signed_at is null) = (given_by is null)),
  check (received_by is null or received_by <> given_by)
) strict;
create index head_count_shift_idx on head_count (shift_at, zone_id);
create trigger head_count_frozen before update on head_count when old.signed_at is not null begin select raise(abort, 'a signed head count never changes'); end;
create trigger head_count_no_delete before delete on head_count begin select raise(abort, 'head_count is kept'); end;

create table head_count_room (
  head_count_id text not null references head_count (id),
  room_id text not null references place (id),
  counted integer check (counted between 0 and 999),
  expected text not null,
  counted_at text not null,
  counted_by text not null,
  version integer not null default 1,
  primary key (head_count_id, room_id)
) strict;
create trigger head_count_room_frozen before update on head_count_room when (select signed_at from head_count where id = old.head_count_id) is not null begin select raise(abort, 'a signed head count never changes'); end;
create trigger head_count_room_no_delete before delete on head_count_room begin select raise(abort, 'head_count_room is kept'); end;

create table head_count_variance (
  id text primary key,
  head_count_id text not null references head_count (id),
  room_id text not null references place (id),
  direction text not null check (direction in ('missing', 'extra')),
  reason text not null check (reason in ('out-not-recorded', 'move-not-recorded', 'return-not-recorded', 'escaped', 'miscount', 'other')),
  stay_id text references stay (id),
  event_id text references custody_event (id),
  note text,
  recorded_at text not null,
  recorded_by text not null,
  withdrawn_at text,
  withdrawn_by text,
  check (stay_id is not null or reason = 'miscount'),
  check (reason <> 'other' or note is not null),
  check ((withdrawn_at is null) = (withdrawn_by is null))
) strict;
create index head_count_variance_count_idx on head_count_variance (head_count_id);
create trigger head_count_variance_no_delete before delete on head_count_variance begin select raise(abort, 'head_count_variance is kept'); end;
`

/** Shifts, posts, teams, who is on duty, and the head counts they hand over with. */
export const shiftsAndCounts: Migration = { version: 10, name: '0010-shifts-and-counts', sql: SQL }
