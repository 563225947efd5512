import type { AddressTable } from './address.ts'
import type { AuditEntryTable } from './audit-entry.ts'
import type { BackupRunTable } from './backup-run.ts'
import type { BedOutageTable } from './bed-outage.ts'
import type { CensusDeltaTable } from './census-delta.ts'
import type { CensusHorizonTable } from './census-horizon.ts'
import type { CensusMonthTable } from './census-month.ts'
import type { CentreProfileTable } from './centre-profile.ts'
import type { ChangeTable } from './change.ts'
import type { CustodyEventTable } from './custody-event.ts'
import type { DraftTable } from './draft.ts'
import type { FieldChangeTable } from './field-change.ts'
import type { HolidayTable } from './holiday.ts'
import type { IdempotencyTable } from './idempotency.ts'
import type { IdentityPaperTable } from './identity-paper.ts'
import type { ImportBatchTable } from './import-batch.ts'
import type { ImportRowTable } from './import-row.ts'
import type { JobTable } from './job.ts'
import type { KeepApartTable } from './keep-apart.ts'
import type { PersonTable } from './person.ts'
import type { PlaceTable } from './place.ts'
import type { RosterTable } from './roster.ts'
import type { SessionTable } from './session.ts'
import type { SettingTable } from './setting.ts'
import type { StayTable } from './stay.ts'
import type { StayStateTable } from './stay-state.ts'
import type { UploadTable } from './upload.ts'
import type { UserTable } from './user.ts'
import type { UserRoleTable } from './user-role.ts'

/** The full-text tables: contentless, rowid = person.no. */
interface SearchTable {
  rowid: number
  folded: string
  exact: string
  codes: string
}

/** Every table of neo-ve.db, as Kysely sees it. */
export interface AppDatabase {
  address: AddressTable
  audit_entry: AuditEntryTable
  backup_run: BackupRunTable
  bed_outage: BedOutageTable
  census_delta: CensusDeltaTable
  census_horizon: CensusHorizonTable
  census_month: CensusMonthTable
  centre_profile: CentreProfileTable
  change: ChangeTable
  custody_event: CustodyEventTable
  draft: DraftTable
  field_change: FieldChangeTable
  holiday: HolidayTable
  idempotency: IdempotencyTable
  identity_paper: IdentityPaperTable
  import_batch: ImportBatchTable
  import_row: ImportRowTable
  job: JobTable
  keep_apart: KeepApartTable
  person: PersonTable
  place: PlaceTable
  roster: RosterTable
  session: SessionTable
  setting: SettingTable
  stay: StayTable
  stay_state: StayStateTable
  upload: UploadTable
  user: UserTable
  user_role: UserRoleTable
  search_present: SearchTable
  search_past: SearchTable
}
