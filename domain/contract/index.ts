import { alertsContract } from './alerts.ts'
import { auditContract } from './audit.ts'
import { authContract } from './auth.ts'
import { backupContract } from './backup.ts'
import { belongingsContract } from './belongings.ts'
import { stagesContract } from './stages.ts'
import { plansContract } from './plans.ts'
import { careSessionsContract } from './care-sessions.ts'
import { conductContract } from './conduct.ts'
import { conductCasesContract } from './conduct-cases.ts'
import { campaignsContract } from './campaigns.ts'
import { centreContract } from './centre.ts'
import { contactsContract } from './contacts.ts'
import { custodyContract } from './custody.ts'
import { depositContract } from './deposit.ts'
import { devicesContract } from './devices.ts'
import { documentsContract } from './documents.ts'
import { dossierContract } from './dossier.ts'
import { draftsContract } from './drafts.ts'
import { escapesContract } from './escapes.ts'
import { feedContract } from './feed.ts'
import { headCountContract } from './head-count.ts'
import { goingsOutContract } from './goings-out.ts'
import { healthContract } from './health.ts'
import { importsContract } from './imports.ts'
import { incidentStatisticsContract } from './incident-statistics.ts'
import { incidentsContract } from './incidents.ts'
import { intakeContract } from './intake.ts'
import { jobsContract } from './jobs.ts'
import { keepApartContract } from './keep-apart.ts'
import { keysContract } from './keys.ts'
import { ledgerContract } from './ledger.ts'
import { medicalContract } from './medical.ts'
import { mergingContract } from './merging.ts'
import { obligationsContract } from './obligations.ts'
import { outagesContract } from './outages.ts'
import { peopleContract } from './people.ts'
import { placementContract } from './placement.ts'
import { placesContract } from './places.ts'
import { releasesContract } from './releases.ts'
import { requestsContract } from './requests.ts'
import { reshuffleContract } from './reshuffle.ts'
import { rollContract } from './roll.ts'
import { rulesContract } from './rules.ts'
import { setupContract } from './setup.ts'
import { sweepContract } from './sweep.ts'
import { shiftsContract } from './shifts.ts'
import { teamsContract } from './teams.ts'
import { templatesContract } from './templates.ts'
import { todayContract } from './today.ts'
import { usersContract } from './users.ts'
import { visitsContract } from './visits.ts'
import { waitingContract } from './waiting.ts'

/** The hub's whole API as data: the hub implements it, the client is typed by it alone. */
export const contract = {
  setup: setupContract,
  auth: authContract,
  users: usersContract,
  devices: devicesContract,
  centre: centreContract,
  places: placesContract,
  people: peopleContract,
  intake: intakeContract,
  dossier: dossierContract,
  deposit: depositContract,
  ledger: ledgerContract,
  belongings: belongingsContract,
  medical: medicalContract,
  merging: mergingContract,
  placement: placementContract,
  custody: custodyContract,
  keepApart: keepApartContract,
  sweep: sweepContract,
  reshuffle: reshuffleContract,
  outages: outagesContract,
  requests: requestsContract,
  alerts: alertsContract,
  campaigns: campaignsContract,
  conduct: conductContract,
  conductCases: conductCasesContract,
  careSessions: careSessionsContract,
  plans: plansContract,
  stages: stagesContract,
  goingsOut: goingsOutContract,
  visits: visitsContract,
  contacts: contactsContract,
  incidents: incidentsContract,
  incidentStatistics: incidentStatisticsContract,
  roll: rollContract,
  documents: documentsContract,
  shifts: shiftsContract,
  teams: teamsContract,
  templates: templatesContract,
  obligations: obligationsContract,
  rules: rulesContract,
  today: todayContract,
  imports: importsContract,
  jobs: jobsContract,
  escapes: escapesContract,
  feed: feedContract,
  drafts: draftsContract,
  audit: auditContract,
  backup: backupContract,
  keys: keysContract,
  waiting: waitingContract,
  headCount: headCountContract,
  health: healthContract,
  releases: releasesContract,
}
export type AppContract = typeof contract
