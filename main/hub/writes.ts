import type { WriteDb } from '#db/connection/handles.ts'
import { recordAlertsOutput } from './alerts/record-output.ts'
import { alertsWrites } from './alerts/writes.ts'
import {
  endSession,
  openSession,
  recordRefusedSignIn,
  stepUpSession,
  touchSessions,
} from './auth/session-writes.ts'
import { recordViews } from './audit/writes.ts'
import { setBackupPlan } from './backup/backup-plan.ts'
import { recordBackup } from './backup/writes.ts'
import { confirmSheet, makeSheet, recordDrill } from './keys/writes.ts'
import { stagesWrites } from './stages/writes.ts'
import { plansWrites } from './plans/writes.ts'
import { careSessionsWrites } from './care-sessions/writes.ts'
import { conductWrites } from './conduct/writes.ts'
import { conductCasesWrites, recordCaseView } from './conduct-cases/writes.ts'
import { campaignsWrites } from './campaigns/writes.ts'
import { centreWrites } from './centre/writes.ts'
import { custodyWrites } from './custody/writes.ts'
import { depositWrites } from './deposit/writes.ts'
import { deviceSteps } from './devices/pairing-steps.ts'
import { devicesWrites } from './devices/writes.ts'
import { dossierWrites } from './dossier/writes.ts'
import { recordDocumentTaken, storeDocument } from './documents/store-document.ts'
import { documentsWrites } from './documents/writes.ts'
import { draftsWrites } from './drafts/writes.ts'
import { storeDeskFile } from './files/store-desk-file.ts'
import { recordRosterTaken } from './escapes/record-roster.ts'
import { escapesWrites } from './escapes/writes.ts'
import { recordOutPrinted } from './goings-out/calls.ts'
import { goingsOutWrites } from './goings-out/writes.ts'
import { recordRefusedReceiver, signHeadCount } from './head-count/sign.ts'
import { headCountWrites } from './head-count/writes.ts'
import { importsWrites } from './import/decide-duplicate.ts'
import { importSteps, recordBadRowsTaken, removeOldUploads, storeUpload } from './import/import-writes.ts'
import { closeUndo, undoRows } from './import/undo-writes.ts'
import { tellEscalated } from './incidents/escalation.ts'
import { incidentsWrites, recordIncidentFileView, recordIncidentView } from './incidents/writes.ts'
import { intakeWrites } from './intake/writes.ts'
import { keepApartWrites } from './keep-apart/writes.ts'
import { keepHubIdentity } from './lan/keep-hub-identity.ts'
import { belongingsWrites } from './belongings/writes.ts'
import { recordLedgerOutput } from './ledger/record-output.ts'
import { ledgerWrites } from './ledger/writes.ts'
import { medicalWrites } from './medical/writes.ts'
import { mergingWrites } from './merging/writes.ts'
import { obligationsWrites } from './obligations/writes.ts'
import { beginOutages, outagesWrites } from './outages/writes.ts'
import { recordPeopleOutput } from './people/record-output.ts'
import { peopleWrites } from './people/writes.ts'
import { placementWrites } from './placement/writes.ts'
import { placesWrites } from './places/writes.ts'
import { releasesWrites, storeRelease } from './releases/writes.ts'
import { followDuties, rollDuties, rulesWrites } from './rules/writes.ts'
import { recordRequestView, requestsWrites } from './requests/writes.ts'
import { reshuffleWrites } from './reshuffle/writes.ts'
import { fillSample } from './seed/fill-sample.ts'
import { storePapers } from './seed/seed-papers.ts'
import { createCentre } from './setup/writes.ts'
import { storeSweep, sweepWrites } from './sweep/writes.ts'
import { shiftsWrites } from './shifts/writes.ts'
import { teamsWrites } from './teams/writes.ts'
import { storeTemplate, templatesWrites } from './templates/writes.ts'
import type { WriteContext } from './use-case.ts'
import { contactsWrites } from './contacts/writes.ts'
import { recordVisitsOutput, visitsWrites } from './visits/writes.ts'
import { recordListOutput } from './workbook/send-list.ts'
import { addUser, setPassword, usersWrites } from './users/writes.ts'

/** Write use cases of the contract, by feature: the writer thread looks them up by `feature.name`. */
export const contractWrites = {
  alerts: alertsWrites,
  campaigns: campaignsWrites,
  conduct: conductWrites,
  conductCases: conductCasesWrites,
  careSessions: careSessionsWrites,
  plans: plansWrites,
  stages: stagesWrites,
  centre: centreWrites,
  custody: custodyWrites,
  deposit: depositWrites,
  devices: devicesWrites,
  dossier: dossierWrites,
  documents: documentsWrites,
  drafts: draftsWrites,
  escapes: escapesWrites,
  goingsOut: goingsOutWrites,
  headCount: headCountWrites,
  imports: importsWrites,
  incidents: incidentsWrites,
  intake: intakeWrites,
  keepApart: keepApartWrites,
  belongings: belongingsWrites,
  ledger: ledgerWrites,
  medical: medicalWrites,
  merging: mergingWrites,
  obligations: obligationsWrites,
  outages: outagesWrites,
  people: peopleWrites,
  placement: placementWrites,
  places: placesWrites,
  releases: releasesWrites,
  requests: requestsWrites,
  reshuffle: reshuffleWrites,
  sweep: sweepWrites,
  rules: rulesWrites,
  shifts: shiftsWrites,
  teams: teamsWrites,
  templates: templatesWrites,
  users: usersWrites,
  visits: visitsWrites,
  contacts: contactsWrites,
}

/** Writes of the hub's own, reachable by no route: steps of a call, or book-keeping. */
const internalWrites = {
  ...deviceSteps,
  ...importSteps,
  addUser,
  beginOutages,
  closeUndo,
  confirmSheet,
  createCentre,
  endSession,
  fillSample,
  storePapers,
  followDuties,
  makeSheet,
  keepHubIdentity,
  openSession,
  recordAlertsOutput,
  recordBackup,
  recordBadRowsTaken,
  recordCaseView,
  recordDocumentTaken,
  recordDrill,
  recordIncidentFileView,
  recordIncidentView,
  recordLedgerOutput,
  recordListOutput,
  recordOutPrinted,
  recordPeopleOutput,
  recordRefusedReceiver,
  recordRosterTaken,
  recordRefusedSignIn,
  recordRequestView,
  recordViews,
  recordVisitsOutput,
  setBackupPlan,
  setPassword,
  signHeadCount,
  stepUpSession,
  storeDeskFile,
  storeDocument,
  storeRelease,
  storeSweep,
  storeTemplate,
  storeUpload,
  removeOldUploads,
  rollDuties,
  tellEscalated,
  touchSessions,
  undoRows,
}
type InternalWrites = typeof internalWrites
export type InternalWriteName = keyof InternalWrites
export type InternalInput<N extends InternalWriteName> = Parameters<InternalWrites[N]>[2]
export type InternalOutput<N extends InternalWriteName> = ReturnType<InternalWrites[N]>

/** A write use case seen from the thread that runs it: input and output were typed at the other end. */
type AnyWrite = (db: WriteDb, context: WriteContext, input: unknown) => unknown

/** The write use case of a name like `users.change` or `internal.openSession`. */
export function findWrite(name: string): AnyWrite | undefined {
  const [feature = '', useCase = ''] = name.split('.')
  const group: Record<string, unknown> | undefined =
    feature === 'internal'
      ? internalWrites
      : (contractWrites as Record<string, Record<string, unknown>>)[feature]
  const found = group && Object.hasOwn(group, useCase) ? group[useCase] : undefined
  return typeof found === 'function' ? (found as AnyWrite) : undefined
}
