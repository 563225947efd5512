import type { Migration } from './migration.ts'

const SQL = `
create table conduct_case (
  id text primary key,
  year integer not null,
  no integer not null check (no >= 1),
  kind text not null check (kind in ('violation', 'reward')),
  person_id text not null references person (id),
  stay_id text not null references stay (id),
  incident_id text references incident (id),
  zone_id text references place (id),
  state text not null check (state in ('proposed', 'council', 'heard', 'decided', 'in-force', 'ended', 'lifted', 'declined', 'cancelled', 'revoked')),
  form text not null check (form in ('criticism', 'warning', 'special-zone', 'praise', 'propose-reduction', 'other-reward', 'ad-hoc-reward', 'periodic-reward')),
  days integer check (days >= 1),
  occurred_on text not null,
  ground text not null,
  is_serious integer not null check (is_serious in (0, 1)),
  proposed_at text not null,
  proposed_by text not null,
  council_at text,
  council_place text,
  chair text,
  secretary text,
  members text not null default '[]' check (json_valid(members)),
  minutes text,
  heard_at text,
  number text,
  decided_on text,
  signer_title text,
  signer_name text,
  from_on text,
  to_on text,
  review_on text,
  stops_visits integer not null default 0 check (stops_visits in (0, 1)),
  restriction_id text references contact_restriction (id),
  begun_at text,
  begun_by text,
  ended_on text,
  appeal_id text references request (id),
  appeal_outcome text check (appeal_outcome in ('kept', 'eased', 'revoked')),
  serious_sent_on text,
  serious_number text,
  serious_to text,
  version integer not null default 1,
  unique (year, no),
  check ((number is null) = (decided_on is null)),
  check ((number is null) = (signer_name is null)),
  check (to_on is null or to_on >= from_on),
  check (state not in ('decided', 'in-force', 'lifted', 'revoked') or number is not null),
  check ((serious_sent_on is null) = (serious_to is null)),
  check ((ended_on is null) = (state in ('proposed', 'council', 'heard', 'decided', 'in-force')))
) strict;
create index conduct_case_open_idx on conduct_case (proposed_at, id) where ended_on is null;
create index conduct_case_proposed_idx on conduct_case (proposed_at, id);
create index conduct_case_person_idx on conduct_case (person_id, proposed_at, id);
create index conduct_case_stay_idx on conduct_case (stay_id, decided_on);
create index conduct_case_incident_idx on conduct_case (incident_id) where incident_id is not null;
create index conduct_case_number_idx on conduct_case (number) where number is not null;

create table conduct_step (
  id text primary key,
  case_id text not null references conduct_case (id),
  action text not null check (action in ('propose', 'amend', 'convene', 'hear', 'decide', 'begin', 'review', 'extend', 'end', 'lift', 'decline', 'cancel', 'revoke', 'appeal', 'settle-appeal', 'send-serious')),
  at text not null,
  by text not null,
  comment text,
  facts text not null check (json_valid(facts))
) strict;
create index conduct_step_case_idx on conduct_step (case_id, at);
create trigger conduct_step_no_update before update on conduct_step begin select raise(abort, 'conduct_step is append-only'); end;
create trigger conduct_step_no_delete before delete on conduct_step begin select raise(abort, 'conduct_step is append-only'); end;

create trigger obligation_of_case_in after insert on conduct_case begin
  insert or ignore into obligation_stale values (new.stay_id, 'conduct');
end;
create trigger obligation_of_case after update on conduct_case begin
  insert or ignore into obligation_stale values (new.stay_id, 'conduct');
end;
`

/** Discipline and reward: one case per person, from the proposal over council and decision to its end. */
export const conductCases: Migration = { version: 22, name: '0022-conduct-cases', sql: SQL }
