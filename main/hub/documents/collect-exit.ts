import { listBags, listPropertyLines } from '#db/queries/deposit/belongings.ts'
import { listLedger, readPersonMoney } from '#db/queries/deposit/ledger.ts'
import { findReintegration } from '#db/queries/plans/reader.ts'
import { reintegrationPaperFields } from '#domain/documents/reintegration-plan.ts'
import { returnMinutesFields } from '#domain/documents/return-minutes.ts'
import { ruleViolated } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import { receiptOf } from '../deposit/money.ts'
import { answersOf } from '../plans/reads.ts'
import type { CollectedDocument } from './collect.ts'
import { letterheadOf, type DocumentSource } from './document-source.ts'
import { joined } from './joined-parts.ts'

/**
 * Collects the plan for going back as it is written in the program.
 * @throws AppError `rule_violated` while nobody wrote it
 */
export function collectReintegrationPlan(source: DocumentSource): CollectedDocument {
  const { db, stayId, person, stay, edition } = source
  const plan = findReintegration(db, stayId)
  if (!plan) {
    const message = `Chưa lập kế hoạch tái hòa nhập (${edition.number ?? edition.title}). Ghi kế hoạch ở thẻ Quy trình, rồi lập văn bản.`
    throw ruleViolated([{ code: 'no-plan', message, field: 'form' }])
  }
  const answers = answersOf(plan.answers)
  return {
    suggested: { nguoi_lap: source.actor.name, nguoi_don: null, ghi_chu: null },
    isMedical: false,
    fields: (typed, fullNumber) =>
      reintegrationPaperFields({
        letterhead: letterheadOf(source, fullNumber),
        person,
        stay,
        answers,
        author: typed['nguoi_lap'] ?? null,
        fetchedBy: typed['nguoi_don'] ?? null,
        remarks: typed['ghi_chu'] ?? null,
      }),
  }
}

/** Money given back on the day of the document, or what there is to give back while nothing was paid. */
function moneyOf({ db, stayId, on }: DocumentSource) {
  const ledger = listLedger(db, stayId)
  const reversed = new Set(ledger.map((entry) => entry.reverses))
  const today = ledger.filter((entry) => !reversed.has(entry.id) && dayOf(entry.at) === on)
  const paid = today.filter(({ kind }) => kind === 'exit' || kind === 'held-paid')
  if (paid.length === 0) {
    const { deposits, labour, held } = readPersonMoney(db, stayId)
    return { deposits: deposits + held, labour, receipts: null }
  }
  const sum = (entries: typeof ledger) => entries.reduce((total, { amount }) => total + amount, 0)
  const labour = sum(today.filter(({ kind }) => kind === 'labour-out'))
  const receipts = joined(
    paid.map((entry) => receiptOf(entry)),
    '; ',
  )
  return { deposits: sum(paid) - labour, labour, receipts }
}

/** Collects what is given back on leaving: bags that are here or went out that day, and the money. */
export function collectReturnMinutes(source: DocumentSource): CollectedDocument {
  const { db, stayId, person, stay } = source
  const bags = new Map(
    listBags(db, stayId)
      .filter(({ outcome }) => outcome !== 'disposed' && outcome !== 'lost')
      .map((bag) => [bag.id, bag.seal_number]),
  )
  const items = listPropertyLines(db, stayId).flatMap((line) => {
    const seal = line.bag_id === null ? undefined : bags.get(line.bag_id)
    if (seal === undefined) return []
    const { description: name, condition } = line
    return [{ name, quantity: String(line.quantity).padStart(2, '0'), seal, condition }]
  })
  const money = moneyOf(source)
  return {
    suggested: {
      nguoi_giao: source.actor.name,
      nguoi_nhan: person.name,
      nguoi_chung_kien: null,
      cap_khi_ra: null,
      y_kien_khac: null,
    },
    isMedical: false,
    fields: (typed, fullNumber) =>
      returnMinutesFields({
        letterhead: letterheadOf(source, fullNumber),
        person,
        stay,
        ...money,
        items,
        giver: typed['nguoi_giao'] ?? null,
        receiver: typed['nguoi_nhan'] ?? null,
        witness: typed['nguoi_chung_kien'] ?? null,
        issued: typed['cap_khi_ra'] ?? null,
        remarks: typed['y_kien_khac'] ?? null,
      }),
  }
}
