import type { Migration } from './migration.ts'

const SQL = `
create table ledger_move (
  seq integer primary key autoincrement,
  id text not null unique,
  kind text not null check (kind in ('deposit', 'transfer-in', 'withdrawal', 'sent-home', 'canteen', 'post', 'labour-share', 'labour-out', 'exit', 'held', 'held-paid', 'canteen-paid', 'post-paid', 'labour-in', 'to-bank', 'from-bank', 'shortage', 'surplus', 'reversal')),
  debit text not null check (debit in ('cash', 'bank', 'deposits', 'labour', 'exit', 'canteen', 'post', 'labour-fund', 'difference')),
  credit text not null check (credit in ('cash', 'bank', 'deposits', 'labour', 'exit', 'canteen', 'post', 'labour-fund', 'difference')),
  stay_id text references stay (id),
  amount integer not null check (amount > 0),
  at text not null,
  day text not null,
  way text check (way in ('brought', 'visit', 'post', 'transfer')),
  party text,
  note text,
  batch_id text,
  register text check (register in ('PTLK', 'PCLK')),
  year integer,
  number integer check (number >= 1),
  reverses text unique references ledger_move (id),
  recorded_at text not null,
  recorded_by text not null,
  unique (register, year, number),
  check (debit <> credit),
  check ((kind = 'reversal') = (reverses is not null)),
  check ((register is null) = (number is null) and (register is null) = (year is null)),
  check ((stay_id is not null) = (debit in ('deposits', 'labour', 'exit') or credit in ('deposits', 'labour', 'exit')))
) strict;
create index ledger_move_stay_idx on ledger_move (stay_id, seq);
create index ledger_move_day_idx on ledger_move (day, seq);
create index ledger_move_batch_idx on ledger_move (batch_id) where batch_id is not null;
create trigger ledger_move_no_update before update on ledger_move begin select raise(abort, 'ledger_move is append-only'); end;
create trigger ledger_move_no_delete before delete on ledger_move begin select raise(abort, 'ledger_move is append-only'); end;

create table stay_money (
  stay_id text primary key references stay (id),
  deposits integer not null default 0 check (deposits >= 0),
  labour integer not null default 0 check (labour >= 0),
  held integer not null default 0 check (held >= 0),
  moves integer not null default 0,
  last_at text not null
) strict, without rowid;
create index stay_money_owed_idx on stay_money (stay_id) where deposits + labour + held > 0;

create table ledger_total (
  account text primary key check (account in ('cash', 'bank', 'deposits', 'labour', 'exit', 'canteen', 'post', 'labour-fund', 'difference')),
  balance integer not null
) strict, without rowid;
insert into ledger_total (account, balance) values ('cash', 0), ('bank', 0), ('deposits', 0), ('labour', 0), ('exit', 0), ('canteen', 0), ('post', 0), ('labour-fund', 0), ('difference', 0);

create trigger ledger_move_counts after insert on ledger_move begin
  update ledger_total set balance = balance - new.amount where account = new.debit;
  update ledger_total set balance = balance + new.amount where account = new.credit;
  insert into stay_money (stay_id, last_at) select new.stay_id, new.at where new.stay_id is not null on conflict (stay_id) do nothing;
  update stay_money set
    deposits = deposits + iif(new.credit = 'deposits', new.amount, 0) - iif(new.debit = 'deposits', new.amount, 0),
    labour = labour + iif(new.credit = 'labour', new.amount, 0) - iif(new.debit = 'labour', new.amount, 0),
    held = held + iif(new.credit = 'exit', new.amount, 0) - iif(new.debit = 'exit', new.amount, 0),
    moves = moves + 1,
    last_at = max(last_at, new.at)
  where stay_id = new.stay_id;
end;

insert into ledger_move (seq, id, kind, debit, credit, stay_id, amount, at, day, note, register, year, number, reverses, recorded_at, recorded_by)
select seq, id, kind, debit, credit, stay_id, amount, at, date(at, '+7 hours'), note, register, year, number, reverses, recorded_at, recorded_by
from ledger_entry order by seq;
create trigger ledger_entry_closed before insert on ledger_entry begin select raise(abort, 'ledger_entry is closed: ledger_move is written'); end;

create table cash_close (
  id text primary key,
  day text not null unique,
  until_seq integer not null,
  opening integer not null,
  received integer not null check (received >= 0),
  paid integer not null check (paid >= 0),
  counted integer not null check (counted >= 0),
  explanation text,
  witness text not null,
  closed_at text not null,
  closed_by text not null,
  check (counted = opening + received - paid or explanation is not null)
) strict;
create trigger cash_close_no_update before update on cash_close begin select raise(abort, 'cash_close is append-only'); end;
create trigger cash_close_no_delete before delete on cash_close begin select raise(abort, 'cash_close is append-only'); end;

create table canteen_item (
  id text primary key,
  name text not null,
  price integer not null check (price > 0),
  sort integer not null,
  retired_at text,
  version integer not null default 1
) strict;
create table canteen_line (
  move_id text not null references ledger_move (id),
  item_id text not null references canteen_item (id),
  quantity integer not null check (quantity between 1 and 100),
  price integer not null check (price > 0),
  primary key (move_id, item_id)
) strict, without rowid;
create index canteen_line_item_idx on canteen_line (item_id);

create table shelf (
  id text primary key,
  store text not null,
  rack text not null,
  cell text not null,
  closed_at text,
  unique (store, rack, cell)
) strict;

alter table property_bag add column shelf_id text references shelf (id);
alter table property_bag add column outcome text check (outcome in ('returned', 'disposed', 'lost', 'damaged'));
create index property_bag_shelf_idx on property_bag (shelf_id) where outcome is null or outcome = 'damaged';
create index property_bag_open_idx on property_bag (stay_id) where outcome is null or outcome = 'damaged';
alter table property_event add column minutes text;
alter table property_event add column second_signer text;
alter table property_event add column compensation integer check (compensation >= 0);

update property_bag set outcome = (
  select iif(e.kind = 'found', null, e.kind) from property_event e
  where e.bag_id = property_bag.id and e.kind <> 'reversed'
    and not exists (select 1 from property_event r where r.reverses = e.id)
  order by e.recorded_at desc, e.rowid desc limit 1);
create trigger property_event_outcome after insert on property_event begin
  update property_bag set outcome = (
    select iif(e.kind = 'found', null, e.kind) from property_event e
    where e.bag_id = new.bag_id and e.kind <> 'reversed'
      and not exists (select 1 from property_event r where r.reverses = e.id)
    order by e.recorded_at desc, e.rowid desc limit 1)
  where id = new.bag_id;
end;

create table bag_move (
  seq integer primary key autoincrement,
  bag_id text not null references property_bag (id),
  shelf_id text not null references shelf (id),
  at text not null,
  moved_by text not null
) strict;
create index bag_move_bag_idx on bag_move (bag_id, seq);
create trigger bag_move_no_update before update on bag_move begin select raise(abort, 'bag_move is append-only'); end;
create trigger bag_move_no_delete before delete on bag_move begin select raise(abort, 'bag_move is append-only'); end;
create trigger bag_move_places after insert on bag_move begin
  update property_bag set shelf_id = new.shelf_id where id = new.bag_id;
end;

create table seal_change (
  id text primary key,
  bag_id text not null references property_bag (id),
  old_seal text not null,
  old_key text not null unique,
  new_seal text not null,
  new_key text not null unique,
  reason text not null,
  witness text not null,
  at text not null,
  changed_by text not null
) strict;
create index seal_change_bag_idx on seal_change (bag_id, at);
create trigger seal_change_no_update before update on seal_change begin select raise(abort, 'seal_change is append-only'); end;
create trigger seal_change_no_delete before delete on seal_change begin select raise(abort, 'seal_change is append-only'); end;
create trigger seal_change_seals after insert on seal_change begin
  update property_bag set seal_number = new.new_seal, seal_key = new.new_key where id = new.bag_id;
end;

create table shelf_count (
  id text primary key,
  shelf_id text not null references shelf (id),
  expected integer not null check (expected >= 0),
  found integer not null check (found >= 0),
  note text,
  witness text not null,
  counted_at text not null,
  counted_by text not null
) strict;
create index shelf_count_shelf_idx on shelf_count (shelf_id, counted_at);
create table shelf_count_line (
  count_id text not null references shelf_count (id),
  bag_id text not null references property_bag (id),
  finding text not null check (finding in ('missing', 'unexpected')),
  primary key (count_id, bag_id)
) strict, without rowid;
create index shelf_count_line_bag_idx on shelf_count_line (bag_id);
create trigger shelf_count_no_update before update on shelf_count begin select raise(abort, 'shelf_count is append-only'); end;
create trigger shelf_count_no_delete before delete on shelf_count begin select raise(abort, 'shelf_count is append-only'); end;
`

/** Deposit money in double entry with the cash box closed daily; bags on shelves, with their seals and counts. */
export const ledgerAndBelongings: Migration = { version: 13, name: '0013-ledger-and-belongings', sql: SQL }
