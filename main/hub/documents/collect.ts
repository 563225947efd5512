import { listBags, listPropertyLines } from '#db/queries/deposit/belongings.ts'
import { listLedger } from '#db/queries/deposit/ledger.ts'
import { listDossierItems } from '#db/queries/dossier/items.ts'
import { listPlanStages } from '#db/queries/plans/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { listStageRecords } from '#db/queries/stages/reader.ts'
import { plannedSpan } from '#domain/care/plan.ts'
import { STAGE_RESULT_LABELS, STAGES } from '#domain/care/stages.ts'
import { findPlan, listRelatives } from '#db/queries/intake/taken.ts'
import { depositReceiptFields } from '#domain/documents/deposit-receipt.ts'
import type { StayForm } from '#domain/documents/form-editions.ts'
import { handOverFields } from '#domain/documents/hand-over.ts'
import {
  healthAnswers,
  informationAnswers,
  rehabRows,
  substanceRows,
} from '#domain/documents/information-answers.ts'
import { informationSheetFields } from '#domain/documents/information-sheet.ts'
import type { MergeFields } from '#domain/documents/merge-fields.ts'
import { rehabPlanFields } from '#domain/documents/rehab-plan.ts'
import { EDUCATION_LABELS, RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { procedureRegime } from '#domain/law/regime.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { receiptOf } from '../deposit/money.ts'
import { sheetOf } from '../dossier/sheets.ts'
import { firstCheckOf } from '../medical/first-checks.ts'
import { collectConductPaper } from './collect-conduct.ts'
import { collectReintegrationPlan, collectReturnMinutes } from './collect-exit.ts'
import { collectEscapePaper } from './collect-escape.ts'
import { collectOutingPaper } from './collect-outing.ts'
import { stageOf } from '../stages/care-stay.ts'
import { letterheadOf, type DocumentSource } from './document-source.ts'
import { joined } from './joined-parts.ts'
import type { Picture } from './merge-docx.ts'

/** Texts by tag, as the desk typed them over what the record says. */
type Answers = Readonly<Record<string, string | null>>

/** What a form needs, collected: the texts offered to the desk, and the way to the fields of the template. */
export interface CollectedDocument {
  suggested: Answers
  /** Tells of health. */
  isMedical: boolean
  fields: (answers: Answers, fullNumber: string | null) => MergeFields
  /** Pictures of the record by tag, over the text of the same tag. */
  pictures?: Readonly<Record<string, Picture>>
}

function handOver(source: DocumentSource): CollectedDocument {
  const { db, stayId, person, stay, centre } = source
  const papers = listDossierItems(db, stayId)
    .filter((item) => item.state === 'received')
    .map((item) => ({
      name: item.title,
      numberAndDay: joined([item.number, item.issued_on === null ? null : formatDay(item.issued_on)], ', '),
      sheets: null,
    }))
  const seals = new Map(listBags(db, stayId).map((bag) => [bag.id, bag.seal_number]))
  const belongings = listPropertyLines(db, stayId).map((line) => {
    const seal = line.bag_id === null ? undefined : seals.get(line.bag_id)
    return {
      name: line.description,
      quantity: String(line.quantity).padStart(2, '0'),
      condition: joined(
        [line.condition, seal === undefined ? 'mang theo người' : `niêm phong ${seal}`],
        '; ',
      ),
    }
  })
  return {
    suggested: {
      noi_lap: centre.name,
      ben_giao_ho_ten: null,
      ben_giao_chuc_vu: null,
      ben_giao_don_vi: source.reception.from,
      ben_nhan_ho_ten: source.actor.name,
      ben_nhan_chuc_vu: null,
      tinh_trang_suc_khoe: source.reception.note,
      y_kien_khac: null,
    },
    isMedical: false,
    fields: (answers, fullNumber) =>
      handOverFields({
        letterhead: letterheadOf(source, fullNumber),
        person,
        stay,
        place: answers['noi_lap'] ?? null,
        handingOver: {
          name: answers['ben_giao_ho_ten'] ?? null,
          title: answers['ben_giao_chuc_vu'] ?? null,
          unit: answers['ben_giao_don_vi'] ?? null,
        },
        receiving: {
          name: answers['ben_nhan_ho_ten'] ?? null,
          title: answers['ben_nhan_chuc_vu'] ?? null,
          unit: centre.name,
        },
        health: answers['tinh_trang_suc_khoe'] ?? null,
        papers,
        belongings,
        remarks: answers['y_kien_khac'] ?? null,
      }),
  }
}

function informationSheet(source: DocumentSource): CollectedDocument {
  const { db, stayId, personId, person, stay } = source
  const sheet = sheetOf(db, stayId)?.body ?? null
  const check = source.maySeeHealth ? (firstCheckOf(db, stayId)?.body ?? null) : null
  const relatives = listRelatives(db, personId)
  const contact = relatives.find((one) => one.is_contact === 1)
  return {
    suggested: { nguoi_thu_thap: source.actor.name },
    isMedical: check !== null,
    fields: (answers, fullNumber) =>
      informationSheetFields({
        letterhead: letterheadOf(source, fullNumber),
        person: {
          ...person,
          ethnicity: person.ethnicity ?? sheet?.ethnicity ?? null,
          occupation: person.occupation ?? sheet?.occupation ?? null,
          education: person.education ?? (sheet?.education ? EDUCATION_LABELS[sheet.education] : null),
        },
        stay,
        collector: answers['nguoi_thu_thap'] ?? null,
        answers: {
          ...(sheet ? informationAnswers(sheet) : {}),
          ...(contact
            ? {
                nguoi_bao_tin: `${contact.name} (${RELATION_LABELS[contact.relation]})`,
                dia_chi_bao_tin: joined([contact.address, contact.phone], '; '),
              }
            : {}),
        },
        heightCm: sheet?.heightCm ?? check?.heightCm ?? null,
        weightKg: sheet?.weightKg ?? check?.weightKg ?? null,
        health: check ? healthAnswers(check) : null,
        family: relatives.map((one) => ({
          name: one.name,
          relation: RELATION_LABELS[one.relation],
          birthYear: one.birth_year === null ? null : String(one.birth_year),
          occupation: one.occupation,
          contact: joined([one.address, one.phone], '; '),
        })),
        substances: sheet ? substanceRows(sheet) : [],
        rehabs: sheet ? rehabRows(sheet) : [],
      }),
  }
}

function rehabPlan(source: DocumentSource): CollectedDocument {
  const { db, stayId, person, stay } = source
  const regime = procedureRegime(source.on)
  const plan = findPlan(db, stayId)
  const lines = plan ? listPlanStages(db, plan.id) : []
  const records = listStageRecords(db, stayId)
    .filter((row) => row.cancelled_at === null)
    .map((row) => ({
      stage: stageOf(row.stage),
      startedOn: row.started_on,
      endedOn: row.ended_on,
      result: row.result,
    }))
  const { receivedOn, endOn } = stay
  const book = readRuleBook(db)
  const stages = STAGES.map((stage) => {
    const line = lines.find((one) => one.stage === stage)
    const span = plannedSpan(book, stage, { receivedOn, endOn, on: source.on, records })
    const result = line?.result ?? null
    return {
      content: joined([line?.goal ?? null, line?.measures ?? null], '\n'),
      from: line?.from_on ?? span.from,
      to: line?.to_on ?? span.to,
      staff: line?.responsible ?? null,
      rating: result === null ? null : STAGE_RESULT_LABELS[result],
    }
  })
  return {
    suggested: { muc_tieu: plan?.goal ?? null, nguoi_lap: source.actor.name, ghi_chu: null },
    isMedical: false,
    fields: (answers, fullNumber) =>
      rehabPlanFields(
        {
          letterhead: letterheadOf(source, fullNumber),
          person,
          stay,
          goal: answers['muc_tieu'] ?? null,
          author: answers['nguoi_lap'] ?? null,
          remarks: answers['ghi_chu'] ?? null,
          stages,
        },
        regime,
      ),
  }
}

function depositReceipt(source: DocumentSource): CollectedDocument {
  const { db, stayId, person, stay } = source
  const ledger = listLedger(db, stayId)
  const reversed = new Set(ledger.map((entry) => entry.reverses))
  const deposits = ledger.filter(
    (entry) =>
      entry.register === 'PTLK' &&
      entry.kind !== 'reversal' &&
      !reversed.has(entry.id) &&
      dayOf(entry.at) === source.on,
  )
  const bags = listBags(db, stayId)
  const items = listPropertyLines(db, stayId).filter((line) => line.bag_id !== null)
  return {
    suggested: { nguoi_gui: person.name, nguoi_nhan: source.actor.name, ghi_chu: null },
    isMedical: false,
    fields: (answers, fullNumber) =>
      depositReceiptFields({
        letterhead: letterheadOf(source, fullNumber),
        person,
        stay,
        amount: deposits.length === 0 ? null : deposits.reduce((sum, { amount }) => sum + amount, 0),
        depositor: answers['nguoi_gui'] ?? null,
        receiver: answers['nguoi_nhan'] ?? null,
        ledgerReceipts: joined(
          deposits.flatMap((entry) => receiptOf(entry) ?? []),
          '; ',
        ),
        seals: joined(
          bags.map((bag) => bag.seal_number),
          ', ',
        ),
        items: items.map((line) => ({
          name: line.description,
          quantity: String(line.quantity).padStart(2, '0'),
          description: line.condition,
        })),
        remarks: answers['ghi_chu'] ?? null,
      }),
  }
}

/** Collects what a form about a stay needs from the record. */
export function collectDocument(source: DocumentSource, form: StayForm): CollectedDocument {
  switch (form) {
    case 'hand-over':
      return handOver(source)
    case 'information-sheet':
      return informationSheet(source)
    case 'rehab-plan':
      return rehabPlan(source)
    case 'deposit-receipt':
      return depositReceipt(source)
    case 'leave-application':
    case 'leave-decision':
    case 'leave-hand-over':
    case 'out-order':
    case 'out-hand-over':
    case 'suspension-proposal':
      return collectOutingPaper(source, form)
    case 'search-decision':
    case 'search-sheet':
    case 'escape-notice':
      return collectEscapePaper(source, form)
    case 'reintegration-plan':
      return collectReintegrationPlan(source)
    case 'return-minutes':
      return collectReturnMinutes(source)
    case 'council-minutes':
    case 'discipline-decision':
    case 'discipline-change':
    case 'reward-decision':
      return collectConductPaper(source, form)
  }
}
