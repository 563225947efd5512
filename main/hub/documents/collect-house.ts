import type { ReadDb } from '#db/connection/handles.ts'
import { campaignReportFields } from '#domain/documents/campaign-report.ts'
import { cashCheckFields } from '#domain/documents/cash-check.ts'
import { editionOn, type HouseForm } from '#domain/documents/form-editions.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { can, type Permission } from '#domain/permissions/permissions.ts'
import type { Role } from '#domain/permissions/roles.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf, formatTime, type Instant } from '#domain/time/instant.ts'
import { campaignOf } from '../campaigns/reads.ts'
import { closeLineOf } from '../ledger/cash-box.ts'
import type { Actor } from '../use-case.ts'
import type { CollectedDocument } from './collect.ts'
import { centreOn, letterheadOf, refuseFuture, type PaperSource } from './document-source.ts'

/** Who may see what a paper of the house is about. */
export const HOUSE_FORM_ACCESS: Record<HouseForm, Permission> = {
  'campaign-report': 'care.read',
  'cash-check': 'deposit.read',
}

/** @throws AppError `forbidden` */
function refuseHouseForm(roles: readonly Role[], form: HouseForm): void {
  if (!can(roles, HOUSE_FORM_ACCESS[form])) throw new AppError('forbidden')
}

interface HousePaper {
  source: PaperSource
  collected: CollectedDocument
}

/**
 * Collects a paper about the work of the house: a campaign's report, the minutes of a count of the cash box.
 * @throws AppError `not_found`, `forbidden`, `rule_violated` before the campaign was reported, or for a day to come
 */
export function collectHousePaper(
  db: ReadDb,
  asked: { houseId: string; form: HouseForm; on: Day | null },
  by: { actor: Actor; now: Instant },
): HousePaper {
  const { form, houseId } = asked
  refuseHouseForm(by.actor.roles, form)
  const close = form === 'cash-check' ? closeLineOf(db, houseId) : undefined
  const on = asked.on ?? close?.day ?? dayOf(by.now)
  refuseFuture(on, dayOf(by.now))
  const edition = editionOn(form, 'compulsory', on)
  if ('code' in edition) throw ruleViolated([edition])
  const source: PaperSource = { db, actor: by.actor, edition, on, ...centreOn(db, on) }
  if (close) return { source, collected: cashCheck(source, close) }
  return { source, collected: campaignReport(source, houseId) }
}

function cashCheck(source: PaperSource, close: ReturnType<typeof closeLineOf>): CollectedDocument {
  return {
    suggested: { y_kien_khac: null },
    isMedical: false,
    fields: (typed, fullNumber) =>
      cashCheckFields({
        letterhead: letterheadOf(source, fullNumber),
        day: close.day,
        time: formatTime(close.closedAt),
        opening: close.opening,
        received: close.received,
        paid: close.paid,
        counted: close.counted,
        explanation: close.explanation,
        countedBy: close.closedBy,
        witness: close.witness,
        remarks: typed['y_kien_khac'] ?? null,
      }),
  }
}

function campaignReport(source: PaperSource, id: string): CollectedDocument {
  const campaign = campaignOf(source.db, id)
  if (campaign.result === null) {
    const message = 'Đợt này chưa báo cáo kết quả. Bấm “Báo cáo kết quả” trước, rồi lập văn bản.'
    throw ruleViolated([{ code: 'not-reported', message, field: 'form' }])
  }
  const { name, fromOn, toOn, goal, list } = campaign
  return {
    suggested: { ket_qua: campaign.result, ton_tai: null, kien_nghi: null },
    isMedical: false,
    fields: (typed, fullNumber) =>
      campaignReportFields({
        letterhead: letterheadOf(source, fullNumber),
        name,
        fromOn,
        toOn,
        goal,
        activities: list,
        photos: list.reduce((sum, { photos }) => sum + photos.length, 0),
        result: typed['ket_qua'] ?? null,
        shortfalls: typed['ton_tai'] ?? null,
        proposals: typed['kien_nghi'] ?? null,
      }),
  }
}
