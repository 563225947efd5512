import type { Migration } from './migration.ts'

// What the care path records meets duties of the stay, so its obligations are reckoned anew; those of before too.
const SQL = `
create trigger obligation_of_stage_in after insert on stage_record begin
  insert or ignore into obligation_stale values (new.stay_id, 'stages');
end;
create trigger obligation_of_stage after update on stage_record begin
  insert or ignore into obligation_stale values (new.stay_id, 'stages');
end;
create trigger obligation_of_reintegration_in after insert on reintegration_plan begin
  insert or ignore into obligation_stale values (new.stay_id, 'plan');
end;
create trigger obligation_of_reintegration after update on reintegration_plan begin
  insert or ignore into obligation_stale values (new.stay_id, 'plan');
end;
insert or ignore into obligation_stale select distinct stay_id, 'stages' from stage_record where cancelled_at is null;
`

export const careEvidence: Migration = { version: 19, name: '0019-care-evidence', sql: SQL }
