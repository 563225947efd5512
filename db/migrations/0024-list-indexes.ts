import type { Migration } from './migration.ts'

// Lists that grow are walked by an index in their own order, from where the last page ended.
const SQL = `
create index property_line_bag_idx on property_line (bag_id);
create index shelf_count_time_idx on shelf_count (counted_at);
create index rehab_plan_waiting_idx on rehab_plan (due_on, stay_id) where state = 'started';
create index request_open_idx on request (received_at, id) where ended_at is null;
create index sweep_finding_holding_idx on sweep_finding (first_seen_at, id) where resolved_at is null;
drop index obligation_open_idx;
create index obligation_open_idx on obligation (due_at, stay_id, key, duty, role) where state = 'scheduled';
drop index obligation_done_idx;
create index obligation_done_idx on obligation (done_at, stay_id, key, duty, role) where state <> 'scheduled';
`

export const listIndexes: Migration = { version: 24, name: '0024-list-indexes', sql: SQL }
