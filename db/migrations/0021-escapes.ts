import type { Migration } from './migration.ts'

const SQL = `
create table "escape" (
  id text primary key references custody_event (id),
  incident_id text not null references incident (id),
  person_id text not null references person (id),
  stay_id text not null references stay (id),
  escaped_at text not null,
  last_seen_at text,
  from_where text,
  direction text,
  clothes text,
  looks text,
  likely_places text,
  height_cm integer check (height_cm between 80 and 230),
  weight_kg real check (weight_kg between 20 and 250),
  sightings text not null check (json_valid(sightings)),
  recorded_at text not null,
  recorded_by text not null,
  version integer not null default 1
) strict;
create index escape_incident_idx on "escape" (incident_id, id);
create index escape_stay_idx on "escape" (stay_id, escaped_at);
create index escape_person_idx on "escape" (person_id);
create index escape_at_idx on "escape" (escaped_at, id);
create trigger escape_kept before delete on "escape" begin select raise(abort, 'escape is kept'); end;

create index head_count_room_seen_idx on head_count_room (room_id, counted_at);
create index exam_stay_idx on exam (stay_id, at);
`

/** What is known of each person who escaped: where from, how they looked, who saw them last. */
export const escapes: Migration = { version: 21, name: '0021-escapes', sql: SQL }
