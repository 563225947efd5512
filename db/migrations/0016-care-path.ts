import type { Migration } from './migration.ts'

const SQL = `
alter table rehab_plan add column goal text;
alter table rehab_plan add column approved_at text;
alter table rehab_plan add column approved_by text;

create table stage_record (
  id text primary key,
  stay_id text not null references stay (id),
  stage integer not null check (stage between 1 and 5),
  started_on text not null,
  start_reason text,
  ended_on text,
  end_reason text,
  result text check (result in ('good', 'pass', 'fail')),
  responsible text,
  note text,
  is_elsewhere integer not null default 0 check (is_elsewhere in (0, 1)),
  recorded_at text not null,
  recorded_by text not null,
  ended_at text,
  ended_by text,
  cancelled_at text,
  cancelled_by text,
  cancel_reason text,
  version integer not null default 1,
  check (ended_on is null or ended_on >= started_on),
  check ((ended_on is null) = (result is null)),
  check ((cancelled_at is null) = (cancel_reason is null))
) strict;
create unique index stage_record_open_idx on stage_record (stay_id, stage) where ended_on is null and cancelled_at is null;
create index stage_record_stay_idx on stage_record (stay_id, stage, started_on);
create index stage_record_board_idx on stage_record (stage, started_on, id) where ended_on is null and cancelled_at is null;

create table plan_stage (
  id text primary key,
  plan_id text not null references rehab_plan (id),
  stage integer not null check (stage between 1 and 5),
  goal text,
  measures text not null,
  responsible text,
  from_on text,
  to_on text,
  result text check (result in ('good', 'pass', 'fail')),
  updated_at text not null,
  updated_by text not null,
  version integer not null default 1,
  unique (plan_id, stage),
  check (from_on is null or to_on is null or to_on >= from_on)
) strict;

create table plan_review (
  id text primary key,
  plan_id text not null references rehab_plan (id),
  reviewed_on text not null,
  conclusion text not null,
  next_on text,
  recorded_at text not null,
  recorded_by text not null
) strict;
create index plan_review_plan_idx on plan_review (plan_id, reviewed_on);

create table reintegration_plan (
  id text primary key,
  stay_id text not null unique references stay (id),
  form text not null check (form in ('D163-19', 'D116-21')),
  state text not null check (state in ('started', 'approved')),
  answers text not null check (json_valid(answers)),
  started_at text not null,
  started_by text not null,
  updated_at text not null,
  updated_by text not null,
  approved_at text,
  approved_by text,
  version integer not null default 1,
  check ((state = 'approved') = (approved_at is not null))
) strict;

create table care_group (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('counselling-one', 'counselling-group', 'education', 'awareness', 'literacy', 'sport', 'culture')),
  leader text,
  opened_on text not null,
  closed_on text,
  close_reason text,
  created_at text not null,
  created_by text not null,
  version integer not null default 1,
  check ((closed_on is null) = (close_reason is null))
) strict;

create table care_group_member (
  id text primary key,
  group_id text not null references care_group (id),
  stay_id text not null references stay (id),
  from_on text not null,
  to_on text,
  added_by text not null,
  removed_by text
) strict;
create unique index care_group_member_open_idx on care_group_member (group_id, stay_id) where to_on is null;
create index care_group_member_stay_idx on care_group_member (stay_id);

create table care_session (
  id text primary key,
  kind text not null check (kind in ('counselling-one', 'counselling-group', 'education', 'awareness', 'literacy', 'sport', 'culture')),
  topic text not null,
  starts_at text not null,
  minutes integer not null check (minutes between 5 and 720),
  place text,
  leader text not null,
  note text,
  group_id text references care_group (id),
  kept_apart_reason text,
  held_at text,
  cancelled_at text,
  cancelled_by text,
  cancel_reason text,
  created_at text not null,
  created_by text not null,
  version integer not null default 1,
  check ((cancelled_at is null) = (cancel_reason is null))
) strict;
create index care_session_time_idx on care_session (starts_at, id);
create index care_session_group_idx on care_session (group_id, starts_at) where group_id is not null;

create table care_attendance (
  session_id text not null references care_session (id),
  stay_id text not null references stay (id),
  mark text check (mark in ('present', 'absent', 'excused', 'sick', 'duty', 'out')),
  private_note text,
  note_by text,
  recorded_at text not null,
  recorded_by text not null,
  primary key (session_id, stay_id),
  check ((private_note is null) = (note_by is null))
) strict, without rowid;
create index care_attendance_stay_idx on care_attendance (stay_id, mark, session_id);

create table conduct_month (
  month text primary key check (month glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  state text not null check (state in ('open', 'approved')),
  opened_at text not null,
  opened_by text not null,
  approved_at text,
  approved_by text,
  reopened_at text,
  reopened_by text,
  reopen_reason text,
  version integer not null default 1,
  check ((state = 'approved') = (approved_at is not null))
) strict, without rowid;

create table conduct_rating (
  month text not null references conduct_month (month),
  stay_id text not null references stay (id),
  proposed text not null check (proposed in ('good', 'fair', 'average', 'poor')),
  rating text not null check (rating in ('good', 'fair', 'average', 'poor')),
  reason text,
  rated_at text not null,
  rated_by text not null,
  version integer not null default 1,
  primary key (month, stay_id),
  check (rating <> 'poor' or reason is not null)
) strict, without rowid;
create index conduct_rating_stay_idx on conduct_rating (stay_id, month);

create table campaign (
  id text primary key,
  name text not null,
  from_on text not null,
  to_on text not null,
  goal text not null,
  state text not null check (state in ('planned', 'reported')),
  result text,
  reported_at text,
  reported_by text,
  created_at text not null,
  created_by text not null,
  version integer not null default 1,
  check (to_on >= from_on),
  check ((state = 'reported') = (result is not null))
) strict;
create index campaign_time_idx on campaign (from_on, id);

create table campaign_activity (
  id text primary key,
  campaign_id text not null references campaign (id),
  held_on text not null,
  title text not null,
  place text,
  leader text,
  planned_heads integer check (planned_heads >= 0),
  is_held integer not null default 0 check (is_held in (0, 1)),
  residents integer check (residents >= 0),
  staff integer check (staff >= 0),
  guests integer check (guests >= 0),
  result text,
  removed_at text,
  remove_reason text,
  updated_at text not null,
  updated_by text not null,
  version integer not null default 1,
  check ((removed_at is null) = (remove_reason is null))
) strict;
create index campaign_activity_campaign_idx on campaign_activity (campaign_id, held_on);

create table campaign_photo (
  id text primary key,
  activity_id text not null references campaign_activity (id),
  file_id text not null references file (id),
  caption text,
  removed_at text,
  added_at text not null,
  added_by text not null
) strict;
create index campaign_photo_activity_idx on campaign_photo (activity_id) where removed_at is null;
`

export const carePath: Migration = { version: 16, name: '0016-care-path', sql: SQL }
