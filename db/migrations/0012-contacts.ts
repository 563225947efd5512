import type { Migration } from './migration.ts'

const SQL = `
create table visit_room (
  id text primary key,
  name text not null,
  capacity integer not null check (capacity between 1 and 99),
  sort integer not null default 0,
  retired_at text,
  version integer not null default 1
) strict;

create table visitor (
  id text primary key,
  name text not null,
  name_folded text not null,
  birth_year integer,
  phone text,
  address text,
  paper_kind text check (paper_kind in ('citizen-card', 'identity-card', 'old-identity-card', 'passport', 'birth-certificate', 'vneid', 'other')),
  paper_number text,
  banned_at text,
  banned_by text,
  ban_reason text,
  created_at text not null,
  created_by text not null,
  version integer not null default 1,
  check ((banned_at is null) = (ban_reason is null)),
  check ((paper_kind is null) = (paper_number is null))
) strict;
create index visitor_name_idx on visitor (name_folded, id);
create index visitor_banned_idx on visitor (name_folded, id) where banned_at is not null;
create unique index visitor_paper_idx on visitor (paper_number, paper_kind) where paper_number is not null;

create table visitor_tie (
  id text primary key,
  visitor_id text not null references visitor (id),
  person_id text not null references person (id),
  relation text not null,
  relative_id text references relative (id),
  proof text,
  created_at text not null,
  created_by text not null
) strict;
create index visitor_tie_person_idx on visitor_tie (person_id, visitor_id);
create index visitor_tie_visitor_idx on visitor_tie (visitor_id);

create table visit (
  id text primary key,
  person_id text not null references person (id),
  stay_id text not null references stay (id),
  room_id text not null references visit_room (id),
  kind text not null check (kind in ('family', 'spouse-room')),
  state text not null check (state in ('booked', 'waiting', 'running', 'ended', 'cancelled', 'absent')),
  on_day text not null,
  starts_at text not null,
  minutes integer not null check (minutes > 0),
  allowed_by text,
  allow_reason text,
  queue_number integer,
  checked_in_at text,
  started_at text,
  started_by text,
  extra_minutes integer not null default 0 check (extra_minutes >= 0),
  extended_by text,
  extend_reason text,
  ended_at text,
  outcome text,
  ledger_move_id text references ledger_move (id),
  created_at text not null,
  created_by text not null,
  version integer not null default 1,
  check ((allowed_by is null) = (allow_reason is null)),
  check ((extra_minutes = 0) = (extended_by is null)),
  check (state <> 'running' or (started_at is not null and ended_at is null)),
  check (state <> 'ended' or ended_at is not null)
) strict;
create index visit_day_idx on visit (on_day, starts_at, id);
create index visit_person_idx on visit (person_id, on_day);
create index visit_running_idx on visit (started_at) where state = 'running';
create unique index visit_queue_idx on visit (on_day, queue_number) where queue_number is not null;

create table visit_guest (
  visit_id text not null references visit (id),
  visitor_id text not null references visitor (id),
  relation text not null,
  primary key (visit_id, visitor_id)
) strict, without rowid;
create index visit_guest_visitor_idx on visit_guest (visitor_id);

create table contact_restriction (
  id text primary key,
  person_id text not null references person (id),
  from_on text not null,
  to_on text,
  reason text not null,
  decision text,
  created_at text not null,
  created_by text not null,
  lifted_at text,
  lifted_by text,
  lift_reason text,
  check (to_on is null or to_on >= from_on),
  check ((lifted_at is null) = (lift_reason is null))
) strict;
create index contact_restriction_person_idx on contact_restriction (person_id, from_on);

create table phone_call (
  id text primary key,
  person_id text not null references person (id),
  stay_id text not null references stay (id),
  kind text not null check (kind in ('phone', 'video')),
  state text not null check (state in ('registered', 'made', 'cancelled')),
  on_day text not null,
  callee text not null,
  relation text not null,
  number text not null,
  content text not null,
  minutes integer not null check (minutes > 0),
  allowed_by text,
  made_at text,
  made_minutes integer,
  watched_by text,
  outcome text,
  created_at text not null,
  created_by text not null,
  version integer not null default 1,
  check (state <> 'made' or (made_at is not null and made_minutes is not null and watched_by is not null))
) strict;
create index phone_call_person_idx on phone_call (person_id, on_day);
create index phone_call_day_idx on phone_call (on_day, id);

create table letter (
  id text primary key,
  person_id text not null references person (id),
  stay_id text not null references stay (id),
  direction text not null check (direction in ('in', 'out')),
  on_day text not null,
  other_name text not null,
  outcome text not null check (outcome in ('passed', 'withheld')),
  reason text,
  checked_at text not null,
  checked_by text not null,
  check (outcome <> 'withheld' or reason is not null)
) strict;
create index letter_person_idx on letter (person_id, on_day);
create index letter_day_idx on letter (on_day, id);

create table parcel (
  id text primary key,
  person_id text not null references person (id),
  stay_id text not null references stay (id),
  visit_id text references visit (id),
  direction text not null check (direction in ('in', 'out')),
  on_day text not null,
  other_name text not null,
  returned_to text,
  checked_at text not null,
  checked_by text not null
) strict;
create index parcel_person_idx on parcel (person_id, on_day);
create index parcel_day_idx on parcel (on_day, id);
create index parcel_visit_idx on parcel (visit_id) where visit_id is not null;

create table parcel_item (
  id text primary key,
  parcel_id text not null references parcel (id),
  description text not null,
  kind text not null check (kind in ('food', 'clothes', 'daily', 'book', 'alcohol', 'tobacco', 'stimulant', 'banned', 'other')),
  quantity integer not null check (quantity > 0),
  outcome text not null check (outcome in ('accepted', 'returned', 'seized')),
  reason text,
  sort integer not null,
  check (outcome = 'accepted' or reason is not null)
) strict;
create index parcel_item_parcel_idx on parcel_item (parcel_id, sort);

create table contraband_find (
  id text primary key,
  person_id text not null references person (id),
  stay_id text not null references stay (id),
  source text not null check (source in ('visit', 'parcel', 'letter')),
  visit_id text references visit (id),
  parcel_id text references parcel (id),
  letter_id text references letter (id),
  what text not null,
  quantity text not null,
  action text not null,
  found_at text not null,
  found_by text not null,
  check (coalesce(visit_id, parcel_id, letter_id) is not null)
) strict;
create index contraband_find_person_idx on contraband_find (person_id, found_at);
create index contraband_find_at_idx on contraband_find (found_at);
create index contraband_find_visit_idx on contraband_find (visit_id) where visit_id is not null;
`

/** Visits and visitors, calls, letters, parcels, what is found on them, and restrictions. */
export const contacts: Migration = { version: 12, name: '0012-contacts', sql: SQL }
