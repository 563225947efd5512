import type { ReadDb } from '#db/connection/handles.ts'
import { alertsReads } from './alerts/reads.ts'
import { auditReads } from './audit/reads.ts'
import { stagesReads } from './stages/reads.ts'
import { plansReads } from './plans/reads.ts'
import { careSessionsReads } from './care-sessions/reads.ts'
import { conductReads } from './conduct/reads.ts'
import { conductCasesReads } from './conduct-cases/reads.ts'
import { campaignsReads } from './campaigns/reads.ts'
import { centreReads } from './centre/reads.ts'
import { custodyReads } from './custody/reads.ts'
import { depositReads } from './deposit/reads.ts'
import { devicesReads } from './devices/reads.ts'
import { dossierReads } from './dossier/reads.ts'
import { documentsReads } from './documents/reads.ts'
import { draftsReads } from './drafts/reads.ts'
import { escapesReads } from './escapes/reads.ts'
import { goingsOutReads } from './goings-out/reads.ts'
import { headCountReads } from './head-count/reads.ts'
import { importsReads } from './import/reads.ts'
import { incidentsReads } from './incidents/reads.ts'
import { incidentTiedReads } from './incidents/tied-reads.ts'
import { incidentStatisticsReads } from './incidents/statistics.ts'
import { intakeReads } from './intake/reads.ts'
import { keepApartReads } from './keep-apart/reads.ts'
import { belongingsReads } from './belongings/reads.ts'
import { ledgerReads } from './ledger/reads.ts'
import { medicalReads } from './medical/reads.ts'
import { mergingReads } from './merging/reads.ts'
import { obligationsReads } from './obligations/reads.ts'
import { outagesReads } from './outages/reads.ts'
import { peopleReads } from './people/reads.ts'
import { placementReads } from './placement/reads.ts'
import { placesReads } from './places/reads.ts'
import { releasesReads } from './releases/reads.ts'
import { requestsReads } from './requests/reads.ts'
import { reshuffleReads } from './reshuffle/reads.ts'
import { rollReads } from './roll/reads.ts'
import { rulesReads } from './rules/reads.ts'
import { sweepReads } from './sweep/reads.ts'
import { shiftsReads } from './shifts/reads.ts'
import { teamsReads } from './teams/reads.ts'
import { templatesReads } from './templates/reads.ts'
import { todayReads } from './today/reads.ts'
import type { ReadContext } from './use-case.ts'
import { visitsReads } from './visits/reads.ts'
import { contactsReads } from './contacts/reads.ts'
import { usersReads } from './users/reads.ts'

/** Reading use cases of the contract, by feature: `read` routes run in the HTTP thread, `report` ones in the worker. */
export const contractReads = {
  alerts: alertsReads,
  campaigns: campaignsReads,
  conduct: conductReads,
  conductCases: conductCasesReads,
  careSessions: careSessionsReads,
  plans: plansReads,
  stages: stagesReads,
  audit: auditReads,
  centre: centreReads,
  custody: custodyReads,
  deposit: depositReads,
  devices: devicesReads,
  dossier: dossierReads,
  documents: documentsReads,
  drafts: draftsReads,
  escapes: escapesReads,
  goingsOut: goingsOutReads,
  headCount: headCountReads,
  imports: importsReads,
  incidents: { ...incidentsReads, ...incidentTiedReads },
  incidentStatistics: incidentStatisticsReads,
  intake: intakeReads,
  keepApart: keepApartReads,
  belongings: belongingsReads,
  ledger: ledgerReads,
  medical: medicalReads,
  merging: mergingReads,
  obligations: obligationsReads,
  outages: outagesReads,
  people: peopleReads,
  placement: placementReads,
  places: placesReads,
  releases: releasesReads,
  requests: requestsReads,
  reshuffle: reshuffleReads,
  roll: rollReads,
  sweep: sweepReads,
  rules: rulesReads,
  shifts: shiftsReads,
  teams: teamsReads,
  templates: templatesReads,
  today: todayReads,
  users: usersReads,
  visits: visitsReads,
  contacts: contactsReads,
}

type AnyRead = (db: ReadDb, context: ReadContext, input: unknown) => unknown

/** The reading use case of a path like `audit.list`. */
export function findRead(path: string): AnyRead | undefined {
  const [feature = '', name = ''] = path.split('.')
  const group: Record<string, unknown> | undefined = (
    contractReads as Record<string, Record<string, unknown>>
  )[feature]
  const found = group && Object.hasOwn(group, name) ? group[name] : undefined
  return typeof found === 'function' ? (found as AnyRead) : undefined
}
