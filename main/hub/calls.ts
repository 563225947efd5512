import { alertsCalls } from './alerts/calls.ts'
import { auditCalls } from './audit/calls.ts'
import { authCalls } from './auth/calls.ts'
import { backupCalls } from './backup/calls.ts'
import { campaignsCalls } from './campaigns/calls.ts'
import { devicesCalls } from './devices/calls.ts'
import { documentsCalls } from './documents/calls.ts'
import { escapesCalls } from './escapes/calls.ts'
import { feedCalls } from './feed/calls.ts'
import { headCountCalls } from './head-count/sign.ts'
import { goingsOutCalls } from './goings-out/calls.ts'
import { healthCalls } from './health/calls.ts'
import { importsCalls } from './import/calls.ts'
import { incidentsCalls } from './incidents/calls.ts'
import { incidentStatisticsCalls } from './incidents/statistics-calls.ts'
import { jobsCalls } from './jobs/calls.ts'
import { keysCalls } from './keys/calls.ts'
import { ledgerCalls } from './ledger/calls.ts'
import { waitingCalls } from './maintenance/calls.ts'
import { peopleCalls } from './people/calls.ts'
import { releasesCalls } from './releases/calls.ts'
import { rulesCalls } from './rules/calls.ts'
import { conductCasesCalls } from './conduct-cases/calls.ts'
import { requestsCalls } from './requests/calls.ts'
import { setupCalls } from './setup/calls.ts'
import { visitsCalls } from './visits/calls.ts'
import { sweepCalls } from './sweep/calls.ts'
import { usersCalls } from './users/calls.ts'

/** Use cases of the contract that need the hub itself: passwords, jobs, streams. */
export const contractCalls = {
  alerts: alertsCalls,
  audit: auditCalls,
  auth: authCalls,
  backup: backupCalls,
  campaigns: campaignsCalls,
  devices: devicesCalls,
  documents: documentsCalls,
  feed: feedCalls,
  headCount: headCountCalls,
  escapes: escapesCalls,
  goingsOut: goingsOutCalls,
  health: healthCalls,
  imports: importsCalls,
  incidents: incidentsCalls,
  incidentStatistics: incidentStatisticsCalls,
  jobs: jobsCalls,
  keys: keysCalls,
  ledger: ledgerCalls,
  people: peopleCalls,
  releases: releasesCalls,
  rules: rulesCalls,
  conductCases: conductCasesCalls,
  requests: requestsCalls,
  setup: setupCalls,
  sweep: sweepCalls,
  users: usersCalls,
  visits: visitsCalls,
  waiting: waitingCalls,
}
