import { house } from './0001-house.ts'
import { intake } from './0002-intake.ts'
import { documents } from './0003-documents.ts'
import { auditHead } from './0004-audit-head.ts'
import { alerts } from './0005-alerts.ts'
import { devices } from './0006-devices.ts'
import { backups } from './0007-backups.ts'
import { releases } from './0008-releases.ts'
import { belongings } from './0009-belongings.ts'
import { shiftsAndCounts } from './0010-shifts-and-counts.ts'
import { goingsOut } from './0011-goings-out.ts'
import { contacts } from './0012-contacts.ts'
import { ledgerAndBelongings } from './0013-ledger-and-belongings.ts'
import { placementSafety } from './0014-placement-safety.ts'
import { requests } from './0015-requests.ts'
import { carePath } from './0016-care-path.ts'
import { obligations } from './0017-obligations.ts'
import { browserDevices } from './0018-browser-devices.ts'
import { careEvidence } from './0019-care-evidence.ts'
import { incidents } from './0020-incidents.ts'
import { escapes } from './0021-escapes.ts'
import { papersAndReturning } from './0023-papers-and-returning.ts'
import { conductCases } from './0022-conduct-cases.ts'
import { listIndexes } from './0024-list-indexes.ts'
import { papersOfIncidents } from './0026-papers-of-incidents.ts'
import { papersOfCases } from './0027-papers-of-cases.ts'
import { movedTasks } from './0029-moved-tasks.ts'
import { obligationBacklog } from './0033-obligation-backlog.ts'
import { dutyIndex } from './0034-duty-index.ts'
import type { Migration } from './migration.ts'

/** All migrations in order. A static list, so that bundling keeps them. */
export const MIGRATIONS: readonly Migration[] = [
  house,
  intake,
  documents,
  auditHead,
  alerts,
  devices,
  backups,
  releases,
  belongings,
  shiftsAndCounts,
  goingsOut,
  contacts,
  ledgerAndBelongings,
  placementSafety,
  requests,
  carePath,
  obligations,
  browserDevices,
  careEvidence,
  incidents,
  escapes,
  conductCases,
  papersAndReturning,
  listIndexes,
  papersOfIncidents,
  papersOfCases,
  movedTasks,
  obligationBacklog,
  dutyIndex,
]
