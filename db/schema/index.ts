import type { AddressTable } from './address.ts'
import type { AlertTable } from './alert.ts'
import type { AuditEntryTable } from './audit-entry.ts'
import type { AuditHeadTable } from './audit-head.ts'
import type { BackupDrillTable } from './backup-drill.ts'
import type { BackupRunTable } from './backup-run.ts'
import type { BedOutageTable } from './bed-outage.ts'
import type { CensusDeltaTable } from './census-delta.ts'
import type { CensusHorizonTable } from './census-horizon.ts'
import type { CensusMonthTable } from './census-month.ts'
import type { CentreProfileTable } from './centre-profile.ts'
import type { ChangeTable } from './change.ts'
import type { CustodyEventTable } from './custody-event.ts'
import type { DossierItemTable } from './dossier-item.ts'
import type { DeviceTable } from './device.ts'
import type { DeskProgramTable } from './desk-program.ts'
import type { DocumentTable } from './document.ts'
import type { DocumentTemplateTable } from './document-template.ts'
import type { DraftTable } from './draft.ts'
import type { ExamTable } from './exam.ts'
import type { ExpectedArrivalTable } from './expected-arrival.ts'
import type { FieldChangeTable } from './field-change.ts'
import type { FileTable } from './file.ts'
import type { ShiftTimeTable } from './shift-time.ts'
import type { PostTable } from './post.ts'
import type { DutyTable } from './duty.ts'
import type { UserZoneTable } from './user-zone.ts'
import type { TeamTable } from './team.ts'
import type { TeamMemberTable } from './team-member.ts'
import type { HeadCountTable } from './head-count.ts'
import type { HeadCountRoomTable } from './head-count-room.ts'
import type { HeadCountVarianceTable } from './head-count-variance.ts'
import type { HolidayTable } from './holiday.ts'
import type { HubIdentityTable } from './hub-identity.ts'
import type { HubSecretTable } from './hub-secret.ts'
import type { IdempotencyTable } from './idempotency.ts'
import type { IdentityPaperTable } from './identity-paper.ts'
import type { ImportBatchTable } from './import-batch.ts'
import type { ImportRowTable } from './import-row.ts'
import type { InformationSheetTable } from './information-sheet.ts'
import type { JobTable } from './job.ts'
import type { KeepApartTable } from './keep-apart.ts'
import type { LedgerEntryTable } from './ledger-entry.ts'
import type { BagMoveTable } from './bag-move.ts'
import type { CanteenItemTable } from './canteen-item.ts'
import type { CanteenLineTable } from './canteen-line.ts'
import type { CashCloseTable } from './cash-close.ts'
import type { LedgerMoveTable } from './ledger-move.ts'
import type { LedgerTotalTable } from './ledger-total.ts'
import type { SealChangeTable } from './seal-change.ts'
import type { ShelfTable } from './shelf.ts'
import type { ShelfCountTable } from './shelf-count.ts'
import type { ShelfCountLineTable } from './shelf-count-line.ts'
import type { StayMoneyTable } from './stay-money.ts'
import type { MarkTable } from './mark.ts'
import type { RuleVersionTable } from './rule-version.ts'
import type { ObligationTable } from './obligation.ts'
import type { ObligationMarkTable } from './obligation-mark.ts'
import type { ObligationLogTable } from './obligation-log.ts'
import type {
  ObligationBacklogTable,
  ObligationNextTable,
  ObligationRollTable,
  ObligationStaleTable,
} from './obligation-roll.ts'
import type { PairingCodeTable } from './pairing-code.ts'
import type { PersonTable } from './person.ts'
import type { PersonLinkTable } from './person-link.ts'
import type { PersonMergeTable } from './person-merge.ts'
import type { OutingTable } from './outing.ts'
import type { OutingExtensionTable } from './outing-extension.ts'
import type { HospitalStepTable } from './hospital-step.ts'
import type { PhotoTable } from './photo.ts'
import type { PlaceTable } from './place.ts'
import type { PropertyBagTable } from './property-bag.ts'
import type { PropertyEventTable } from './property-event.ts'
import type { PropertyLineTable } from './property-line.ts'
import type { ReceiptCounterTable } from './receipt-counter.ts'
import type { RecoverySheetTable } from './recovery-sheet.ts'
import type { RehabPlanTable } from './rehab-plan.ts'
import type { ReleaseTable } from './release.ts'
import type { RelativeTable } from './relative.ts'
import type { RosterTable } from './roster.ts'
import type { OutagePlanTable } from './outage-plan.ts'
import type { RequestTable } from './request.ts'
import type { RequestStepTable } from './request-step.ts'
import type { ReshuffleTable } from './reshuffle.ts'
import type { SweepFindingTable } from './sweep-finding.ts'
import type { SweepRunTable } from './sweep-run.ts'
import type { SessionTable } from './session.ts'
import type { SettingTable } from './setting.ts'
import type { StayTable } from './stay.ts'
import type { StayStateTable } from './stay-state.ts'
import type { UploadTable } from './upload.ts'
import type { UserTable } from './user.ts'
import type { UserRoleTable } from './user-role.ts'
import type { StageRecordTable } from './stage-record.ts'
import type { PlanStageTable } from './plan-stage.ts'
import type { PlanReviewTable } from './plan-review.ts'
import type { ReintegrationPlanTable } from './reintegration-plan.ts'
import type { ReturnPlaceTable } from './return-place.ts'
import type { CareGroupTable } from './care-group.ts'
import type { CareGroupMemberTable } from './care-group-member.ts'
import type { CareSessionTable } from './care-session.ts'
import type { CareAttendanceTable } from './care-attendance.ts'
import type { ConductCaseTable } from './conduct-case.ts'
import type { ConductMonthTable } from './conduct-month.ts'
import type { ConductRatingTable } from './conduct-rating.ts'
import type { ConductStepTable } from './conduct-step.ts'
import type { CampaignTable } from './campaign.ts'
import type { CampaignActivityTable } from './campaign-activity.ts'
import type { CampaignPhotoTable } from './campaign-photo.ts'
import type { VisitRoomTable } from './visit-room.ts'
import type { VisitorTable } from './visitor.ts'
import type { VisitorPhotoTable } from './visitor-photo.ts'
import type { VisitorTieTable } from './visitor-tie.ts'
import type { VisitTable } from './visit.ts'
import type { VisitGuestTable } from './visit-guest.ts'
import type { ContactRestrictionTable } from './contact-restriction.ts'
import type { PhoneCallTable } from './phone-call.ts'
import type { LetterTable } from './letter.ts'
import type { ParcelTable } from './parcel.ts'
import type { ParcelItemTable } from './parcel-item.ts'
import type { ContrabandFindTable } from './contraband-find.ts'
import type { EscapeTable } from './escape.ts'
import type { IncidentTable } from './incident.ts'
import type { IncidentInvolvementTable } from './incident-involvement.ts'
import type { IncidentInjuryTable } from './incident-injury.ts'
import type { IncidentAnswerTable } from './incident-answer.ts'
import type { IncidentNarrativeTable } from './incident-narrative.ts'
import type { IncidentStepTable } from './incident-step.ts'
import type { IncidentExhibitTable } from './incident-exhibit.ts'
import type { IncidentExhibitMoveTable } from './incident-exhibit-move.ts'
import type { IncidentEvidenceTable } from './incident-evidence.ts'
import type { IncidentTaskTable } from './incident-task.ts'
import type { IncidentNoticeTable } from './incident-notice.ts'
import type { IncidentLinkTable } from './incident-link.ts'

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
  alert: AlertTable
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
  backup_drill: BackupDrillTable
  backup_run: BackupRunTable
  bed_outage: BedOutageTable
  census_delta: CensusDeltaTable
  census_horizon: CensusHorizonTable
  census_month: CensusMonthTable
  centre_profile: CentreProfileTable
  change: ChangeTable
  custody_event: CustodyEventTable
  device: DeviceTable
  dossier_item: DossierItemTable
  desk_program: DeskProgramTable
  document: DocumentTable
  document_template: DocumentTemplateTable
  draft: DraftTable
  exam: ExamTable
  expected_arrival: ExpectedArrivalTable
  field_change: FieldChangeTable
  file: FileTable
  shift_time: ShiftTimeTable
  post: PostTable
  duty: DutyTable
  user_zone: UserZoneTable
  team: TeamTable
  team_member: TeamMemberTable
  head_count: HeadCountTable
  head_count_room: HeadCountRoomTable
  head_count_variance: HeadCountVarianceTable
  holiday: HolidayTable
  hub_identity: HubIdentityTable
  hub_secret: HubSecretTable
  idempotency: IdempotencyTable
  identity_paper: IdentityPaperTable
  import_batch: ImportBatchTable
  import_row: ImportRowTable
  information_sheet: InformationSheetTable
  job: JobTable
  keep_apart: KeepApartTable
  ledger_entry: LedgerEntryTable
  bag_move: BagMoveTable
  canteen_item: CanteenItemTable
  canteen_line: CanteenLineTable
  cash_close: CashCloseTable
  ledger_move: LedgerMoveTable
  ledger_total: LedgerTotalTable
  seal_change: SealChangeTable
  shelf: ShelfTable
  shelf_count: ShelfCountTable
  shelf_count_line: ShelfCountLineTable
  stay_money: StayMoneyTable
  mark: MarkTable
  outing: OutingTable
  outing_extension: OutingExtensionTable
  hospital_step: HospitalStepTable
  rule_version: RuleVersionTable
  obligation: ObligationTable
  obligation_mark: ObligationMarkTable
  obligation_log: ObligationLogTable
  obligation_roll: ObligationRollTable
  obligation_next: ObligationNextTable
  obligation_stale: ObligationStaleTable
  obligation_backlog: ObligationBacklogTable
  pairing_code: PairingCodeTable
  person: PersonTable
  person_link: PersonLinkTable
  person_merge: PersonMergeTable
  photo: PhotoTable
  place: PlaceTable
  property_bag: PropertyBagTable
  property_event: PropertyEventTable
  property_line: PropertyLineTable
  receipt_counter: ReceiptCounterTable
  recovery_sheet: RecoverySheetTable
  rehab_plan: RehabPlanTable
  release: ReleaseTable
  relative: RelativeTable
  roster: RosterTable
  outage_plan: OutagePlanTable
  request: RequestTable
  request_step: RequestStepTable
  reshuffle: ReshuffleTable
  sweep_finding: SweepFindingTable
  sweep_run: SweepRunTable
  session: SessionTable
  setting: SettingTable
  stay: StayTable
  stay_state: StayStateTable
  upload: UploadTable
  user: UserTable
  user_role: UserRoleTable
  stage_record: StageRecordTable
  plan_stage: PlanStageTable
  plan_review: PlanReviewTable
  reintegration_plan: ReintegrationPlanTable
  return_place: ReturnPlaceTable
  care_group: CareGroupTable
  care_group_member: CareGroupMemberTable
  care_session: CareSessionTable
  care_attendance: CareAttendanceTable
  conduct_month: ConductMonthTable
  conduct_rating: ConductRatingTable
  conduct_case: ConductCaseTable
  conduct_step: ConductStepTable
  campaign: CampaignTable
  campaign_activity: CampaignActivityTable
  campaign_photo: CampaignPhotoTable
  visit_room: VisitRoomTable
  visitor: VisitorTable
  visitor_photo: VisitorPhotoTable
  visitor_tie: VisitorTieTable
  visit: VisitTable
  visit_guest: VisitGuestTable
  contact_restriction: ContactRestrictionTable
  phone_call: PhoneCallTable
  letter: LetterTable
  parcel: ParcelTable
  parcel_item: ParcelItemTable
  contraband_find: ContrabandFindTable
  escape: EscapeTable
  incident: IncidentTable
  incident_involvement: IncidentInvolvementTable
  incident_injury: IncidentInjuryTable
  incident_answer: IncidentAnswerTable
  incident_narrative: IncidentNarrativeTable
  incident_step: IncidentStepTable
  incident_exhibit: IncidentExhibitTable
  incident_exhibit_move: IncidentExhibitMoveTable
  incident_evidence: IncidentEvidenceTable
  incident_task: IncidentTaskTable
  incident_notice: IncidentNoticeTable
  incident_link: IncidentLinkTable
  search_present: SearchTable
  search_past: SearchTable
}
