import type { Migration } from './migration.ts'

const SQL = `
create table property_event (
  id text primary key,
  bag_id text not null references property_bag (id),
  kind text not null check (kind in ('returned', 'disposed', 'lost', 'found', 'damaged', 'reversed')),
  at text not null,
  signed_by text not null,
  note text,
  reverses text references property_event (id),
  recorded_at text not null,
  recorded_by text not null,
  check ((kind = 'reversed') = (reverses is not null))
) strict;
create index property_event_bag_idx on property_event (bag_id, recorded_at);
create unique index property_event_reverses_idx on property_event (reverses) where reverses is not null;
create trigger property_event_no_update before update on property_event begin select raise(abort, 'property_event is append-only'); end;
create trigger property_event_no_delete before delete on property_event begin select raise(abort, 'property_event is append-only'); end;

alter table mark add column retire_reason text;
alter table mark add column retired_by text;
`

/** What became of sealed bags, and why a mark of the body was withdrawn. */
export const belongings: Migration = { version: 9, name: '0009-belongings', sql: SQL }
