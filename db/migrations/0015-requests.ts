import type { Migration } from './migration.ts'

const SQL = `
create table request (
  id text primary key,
  year integer not null,
  no integer not null check (no >= 1),
  channel text not null check (channel in ('person', 'group', 'box', 'family')),
  person_id text references person (id),
  group_name text,
  zone_id text references place (id),
  kind text not null check (kind in ('wish', 'grievance', 'complaint', 'denunciation')),
  topic text not null check (topic in ('food', 'lodging', 'health', 'visits', 'money', 'labour', 'conduct', 'term', 'staff', 'other')),
  about_staff integer not null check (about_staff in (0, 1)),
  body text not null,
  received_at text not null,
  recorded_at text not null,
  recorded_by text not null,
  state text not null check (state in ('received', 'assigned', 'answered', 'told', 'closed', 'withdrawn', 'escalated')),
  owner_id text references user (id),
  due_on text not null,
  due_rule text,
  answer text,
  answered_at text,
  answered_by text,
  answer_year integer,
  answer_no integer,
  ended_at text,
  version integer not null default 1,
  unique (year, no),
  check ((channel = 'person') = (person_id is not null)),
  check ((answer is null) = (answered_at is null)),
  check ((ended_at is null) = (state not in ('closed', 'withdrawn', 'escalated')))
) strict;
create index request_received_idx on request (received_at, id);
create index request_due_idx on request (due_on, id) where ended_at is null;
create index request_owner_idx on request (owner_id, due_on) where ended_at is null;
create index request_person_idx on request (person_id, received_at) where person_id is not null;
create unique index request_answer_idx on request (answer_year, answer_no) where answer_no is not null;

create table request_step (
  id text primary key,
  request_id text not null references request (id),
  kind text not null check (kind in ('received', 'assigned', 'due-changed', 'answered', 'told', 'closed', 'withdrawn', 'escalated', 'reopened')),
  at text not null,
  by text not null,
  owner_id text references user (id),
  note text
) strict;
create index request_step_request_idx on request_step (request_id, at);
create trigger request_step_no_update before update on request_step begin select raise(abort, 'request_step is append-only'); end;
create trigger request_step_no_delete before delete on request_step begin select raise(abort, 'request_step is append-only'); end;
`

/** Requests, wishes, grievances and complaints of the people in the centre, and what was done with each. */
export const requests: Migration = { version: 15, name: '0015-requests', sql: SQL }
