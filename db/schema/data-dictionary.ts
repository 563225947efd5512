import { addressColumns } from './address.ts'
import { alertColumns } from './alert.ts'
import { auditEntryColumns } from './audit-entry.ts'
import { auditHeadColumns } from './audit-head.ts'
import { backupDrillColumns } from './backup-drill.ts'
import { backupRunColumns } from './backup-run.ts'
import { bedOutageColumns } from './bed-outage.ts'
import { censusDeltaColumns } from './census-delta.ts'
import { censusHorizonColumns } from './census-horizon.ts'
import { censusMonthColumns } from './census-month.ts'
import { centreProfileColumns } from './centre-profile.ts'
import { changeColumns } from './change.ts'
import { custodyEventColumns } from './custody-event.ts'
import { deviceColumns } from './device.ts'
import { deskProgramColumns } from './desk-program.ts'
import { documentTemplateColumns } from './document-template.ts'
import { documentColumns } from './document.ts'
import { dossierItemColumns } from './dossier-item.ts'
import { draftColumns } from './draft.ts'
import { examColumns } from './exam.ts'
import { expectedArrivalColumns } from './expected-arrival.ts'
import { fieldChangeColumns } from './field-change.ts'
import { fileColumns } from './file.ts'
import { shiftTimeColumns } from './shift-time.ts'
import { postColumns } from './post.ts'
import { dutyColumns } from './duty.ts'
import { userZoneColumns } from './user-zone.ts'
import { teamColumns } from './team.ts'
import { teamMemberColumns } from './team-member.ts'
import { headCountColumns } from './head-count.ts'
import { headCountRoomColumns } from './head-count-room.ts'
import { headCountVarianceColumns } from './head-count-variance.ts'
import { holidayColumns } from './holiday.ts'
import { hubIdentityColumns } from './hub-identity.ts'
import { hubSecretColumns } from './hub-secret.ts'
import { idempotencyColumns } from './idempotency.ts'
import { identityPaperColumns } from './identity-paper.ts'
import { importBatchColumns } from './import-batch.ts'
import { importRowColumns } from './import-row.ts'
import { informationSheetColumns } from './information-sheet.ts'
import { jobColumns } from './job.ts'
import { keepApartColumns } from './keep-apart.ts'
import { ledgerEntryColumns } from './ledger-entry.ts'
import { bagMoveColumns } from './bag-move.ts'
import { canteenItemColumns } from './canteen-item.ts'
import { canteenLineColumns } from './canteen-line.ts'
import { cashCloseColumns } from './cash-close.ts'
import { ledgerMoveColumns } from './ledger-move.ts'
import { ledgerTotalColumns } from './ledger-total.ts'
import { sealChangeColumns } from './seal-change.ts'
import { shelfColumns } from './shelf.ts'
import { shelfCountColumns } from './shelf-count.ts'
import { shelfCountLineColumns } from './shelf-count-line.ts'
import { stayMoneyColumns } from './stay-money.ts'
import { markColumns } from './mark.ts'
import { outingColumns } from './outing.ts'
import { outingExtensionColumns } from './outing-extension.ts'
import { hospitalStepColumns } from './hospital-step.ts'
import { ruleVersionColumns } from './rule-version.ts'
import { obligationColumns } from './obligation.ts'
import { obligationMarkColumns } from './obligation-mark.ts'
import { obligationLogColumns } from './obligation-log.ts'
import {
  obligationBacklogColumns,
  obligationNextColumns,
  obligationRollColumns,
  obligationStaleColumns,
} from './obligation-roll.ts'
import { pairingCodeColumns } from './pairing-code.ts'
import { personLinkColumns } from './person-link.ts'
import { personMergeColumns } from './person-merge.ts'
import { personColumns } from './person.ts'
import { photoColumns } from './photo.ts'
import { placeColumns } from './place.ts'
import { propertyBagColumns } from './property-bag.ts'
import { propertyEventColumns } from './property-event.ts'
import { propertyLineColumns } from './property-line.ts'
import { receiptCounterColumns } from './receipt-counter.ts'
import { recoverySheetColumns } from './recovery-sheet.ts'
import { rehabPlanColumns } from './rehab-plan.ts'
import { releaseColumns } from './release.ts'
import { relativeColumns } from './relative.ts'
import { rosterColumns } from './roster.ts'
import { outagePlanColumns } from './outage-plan.ts'
import { requestColumns } from './request.ts'
import { requestStepColumns } from './request-step.ts'
import { reshuffleColumns } from './reshuffle.ts'
import { sweepFindingColumns } from './sweep-finding.ts'
import { sweepRunColumns } from './sweep-run.ts'
import { sessionColumns } from './session.ts'
import { settingColumns } from './setting.ts'
import { stayStateColumns } from './stay-state.ts'
import { stayColumns } from './stay.ts'
import { uploadColumns } from './upload.ts'
import { userRoleColumns } from './user-role.ts'
import { userColumns } from './user.ts'
import { visitRoomColumns } from './visit-room.ts'
import { visitorColumns } from './visitor.ts'
import { visitorPhotoColumns } from './visitor-photo.ts'
import { visitorTieColumns } from './visitor-tie.ts'
import { visitColumns } from './visit.ts'
import { visitGuestColumns } from './visit-guest.ts'
import { contactRestrictionColumns } from './contact-restriction.ts'
import { phoneCallColumns } from './phone-call.ts'
import { letterColumns } from './letter.ts'
import { parcelColumns } from './parcel.ts'
import { parcelItemColumns } from './parcel-item.ts'
import { contrabandFindColumns } from './contraband-find.ts'
import { escapeColumns } from './escape.ts'
import { incidentColumns } from './incident.ts'
import { incidentInvolvementColumns } from './incident-involvement.ts'
import { incidentInjuryColumns } from './incident-injury.ts'
import { incidentAnswerColumns } from './incident-answer.ts'
import { incidentNarrativeColumns } from './incident-narrative.ts'
import { incidentStepColumns } from './incident-step.ts'
import { incidentExhibitColumns } from './incident-exhibit.ts'
import { incidentExhibitMoveColumns } from './incident-exhibit-move.ts'
import { incidentEvidenceColumns } from './incident-evidence.ts'
import { incidentTaskColumns } from './incident-task.ts'
import { incidentNoticeColumns } from './incident-notice.ts'
import { incidentLinkColumns } from './incident-link.ts'
import type { ColumnFacts } from './column-facts.ts'
import type { AppDatabase } from './index.ts'
import { stageRecordColumns } from './stage-record.ts'
import { planStageColumns } from './plan-stage.ts'
import { planReviewColumns } from './plan-review.ts'
import { reintegrationPlanColumns } from './reintegration-plan.ts'
import { returnPlaceColumns } from './return-place.ts'
import { careGroupColumns } from './care-group.ts'
import { careGroupMemberColumns } from './care-group-member.ts'
import { careSessionColumns } from './care-session.ts'
import { careAttendanceColumns } from './care-attendance.ts'
import { conductCaseColumns } from './conduct-case.ts'
import { conductMonthColumns } from './conduct-month.ts'
import { conductRatingColumns } from './conduct-rating.ts'
import { conductStepColumns } from './conduct-step.ts'
import { campaignColumns } from './campaign.ts'
import { campaignActivityColumns } from './campaign-activity.ts'
import { campaignPhotoColumns } from './campaign-photo.ts'

type StoredTables = Omit<AppDatabase, 'search_present' | 'search_past'>

/** What every column means and how secret it is, as written beside each table. A test holds it against the migrated file. */
export const DATA_DICTIONARY = {
  address: addressColumns,
  alert: alertColumns,
  audit_entry: auditEntryColumns,
  audit_head: auditHeadColumns,
  backup_drill: backupDrillColumns,
  backup_run: backupRunColumns,
  bed_outage: bedOutageColumns,
  census_delta: censusDeltaColumns,
  census_horizon: censusHorizonColumns,
  census_month: censusMonthColumns,
  centre_profile: centreProfileColumns,
  change: changeColumns,
  custody_event: custodyEventColumns,
  device: deviceColumns,
  desk_program: deskProgramColumns,
  document_template: documentTemplateColumns,
  document: documentColumns,
  dossier_item: dossierItemColumns,
  draft: draftColumns,
  exam: examColumns,
  expected_arrival: expectedArrivalColumns,
  field_change: fieldChangeColumns,
  file: fileColumns,
  shift_time: shiftTimeColumns,
  post: postColumns,
  duty: dutyColumns,
  user_zone: userZoneColumns,
  team: teamColumns,
  team_member: teamMemberColumns,
  head_count: headCountColumns,
  head_count_room: headCountRoomColumns,
  head_count_variance: headCountVarianceColumns,
  holiday: holidayColumns,
  hub_identity: hubIdentityColumns,
  hub_secret: hubSecretColumns,
  idempotency: idempotencyColumns,
  identity_paper: identityPaperColumns,
  import_batch: importBatchColumns,
  import_row: importRowColumns,
  information_sheet: informationSheetColumns,
  job: jobColumns,
  keep_apart: keepApartColumns,
  ledger_entry: ledgerEntryColumns,
  bag_move: bagMoveColumns,
  canteen_item: canteenItemColumns,
  canteen_line: canteenLineColumns,
  cash_close: cashCloseColumns,
  ledger_move: ledgerMoveColumns,
  ledger_total: ledgerTotalColumns,
  seal_change: sealChangeColumns,
  shelf: shelfColumns,
  shelf_count: shelfCountColumns,
  shelf_count_line: shelfCountLineColumns,
  stay_money: stayMoneyColumns,
  mark: markColumns,
  outing: outingColumns,
  outing_extension: outingExtensionColumns,
  hospital_step: hospitalStepColumns,
  rule_version: ruleVersionColumns,
  obligation: obligationColumns,
  obligation_mark: obligationMarkColumns,
  obligation_log: obligationLogColumns,
  obligation_roll: obligationRollColumns,
  obligation_next: obligationNextColumns,
  obligation_stale: obligationStaleColumns,
  obligation_backlog: obligationBacklogColumns,
  pairing_code: pairingCodeColumns,
  person_link: personLinkColumns,
  person_merge: personMergeColumns,
  person: personColumns,
  photo: photoColumns,
  place: placeColumns,
  property_bag: propertyBagColumns,
  property_event: propertyEventColumns,
  property_line: propertyLineColumns,
  receipt_counter: receiptCounterColumns,
  recovery_sheet: recoverySheetColumns,
  rehab_plan: rehabPlanColumns,
  release: releaseColumns,
  relative: relativeColumns,
  roster: rosterColumns,
  outage_plan: outagePlanColumns,
  request: requestColumns,
  request_step: requestStepColumns,
  reshuffle: reshuffleColumns,
  sweep_finding: sweepFindingColumns,
  sweep_run: sweepRunColumns,
  session: sessionColumns,
  setting: settingColumns,
  stay_state: stayStateColumns,
  stay: stayColumns,
  upload: uploadColumns,
  user_role: userRoleColumns,
  user: userColumns,
  stage_record: stageRecordColumns,
  plan_stage: planStageColumns,
  plan_review: planReviewColumns,
  reintegration_plan: reintegrationPlanColumns,
  return_place: returnPlaceColumns,
  care_group: careGroupColumns,
  care_group_member: careGroupMemberColumns,
  care_session: careSessionColumns,
  care_attendance: careAttendanceColumns,
  conduct_month: conductMonthColumns,
  conduct_rating: conductRatingColumns,
  conduct_case: conductCaseColumns,
  conduct_step: conductStepColumns,
  campaign: campaignColumns,
  campaign_activity: campaignActivityColumns,
  campaign_photo: campaignPhotoColumns,
  visit_room: visitRoomColumns,
  visitor: visitorColumns,
  visitor_photo: visitorPhotoColumns,
  visitor_tie: visitorTieColumns,
  visit: visitColumns,
  visit_guest: visitGuestColumns,
  contact_restriction: contactRestrictionColumns,
  phone_call: phoneCallColumns,
  letter: letterColumns,
  parcel: parcelColumns,
  parcel_item: parcelItemColumns,
  contraband_find: contrabandFindColumns,
  escape: escapeColumns,
  incident: incidentColumns,
  incident_involvement: incidentInvolvementColumns,
  incident_injury: incidentInjuryColumns,
  incident_answer: incidentAnswerColumns,
  incident_narrative: incidentNarrativeColumns,
  incident_step: incidentStepColumns,
  incident_exhibit: incidentExhibitColumns,
  incident_exhibit_move: incidentExhibitMoveColumns,
  incident_evidence: incidentEvidenceColumns,
  incident_task: incidentTaskColumns,
  incident_notice: incidentNoticeColumns,
  incident_link: incidentLinkColumns,
} satisfies { [T in keyof StoredTables]: { [C in keyof StoredTables[T]]: ColumnFacts } }
