import {
  ASKED_ILLNESS_LABELS,
  ILLNESS_ANSWER_LABELS,
  type AskedIllness,
  type FirstCheck,
} from '../information-sheet/first-check.ts'
import type { InformationSheet } from '../information-sheet/information-sheet.ts'
import {
  MARITAL_STATE_LABELS,
  POLICY_GROUP_LABELS,
  PRIOR_KIND_LABELS,
  RELIGION_LABELS,
  WORK_STATE_LABELS,
  type PriorKind,
} from '../information-sheet/personal-lists.ts'
import { REHAB_PLACE_LABELS } from '../information-sheet/rehab-history.ts'
import { SUBSTANCE_CODES, SUBSTANCE_LABELS, SUBSTANCE_ROUTE_LABELS } from '../information-sheet/substances.ts'
import type { InformationAnswers, InformationHealth, InformationSheetData } from './information-sheet.ts'

function joined(parts: readonly (string | number | null | undefined)[], by = ', '): string | null {
  const said = parts.filter((part) => part !== null && part !== undefined && part !== '')
  return said.length === 0 ? null : said.join(by)
}

function priorsOf(sheet: InformationSheet, kinds: readonly PriorKind[]): string | null {
  return joined(
    sheet.priors
      .filter(({ kind }) => kinds.includes(kind))
      .map((prior) => {
        const named = prior.kind === 'education-measure' ? PRIOR_KIND_LABELS[prior.kind] : null
        return joined([named, prior.what, prior.year, prior.body])
      }),
    '; ',
  )
}

/** What the collected sheet says, in the words of the form. */
export function informationAnswers(sheet: InformationSheet): Omit<InformationAnswers, 'nguoi_bao_tin'> {
  return {
    quoc_tich: sheet.nationality,
    ton_giao: sheet.religion === null ? null : RELIGION_LABELS[sheet.religion],
    doi_tuong_chinh_sach: joined(sheet.policyGroups.map((group) => POLICY_GROUP_LABELS[group])),
    viec_lam: joined([sheet.work === null ? null : WORK_STATE_LABELS[sheet.work], sheet.workplace]),
    hon_nhan: joined([
      sheet.marital === null ? null : MARITAL_STATE_LABELS[sheet.marital],
      sheet.children === null ? null : `${sheet.children} con`,
    ]),
    tien_an: priorsOf(sheet, ['conviction']),
    tien_su: priorsOf(sheet, ['administrative', 'education-measure']),
  }
}

/** Rows of substances, the main one first. */
export function substanceRows(sheet: InformationSheet): InformationSheetData['substances'] {
  return sheet.substances
    .toSorted((a, b) => Number(b.isMain) - Number(a.isMain))
    .map((use) => {
      const code = SUBSTANCE_CODES[use.substance]
      const name = use.substance === 'other' ? (use.name ?? 'Chất khác') : SUBSTANCE_LABELS[use.substance]
      return {
        name: code === undefined ? name : `${name} (${code.group} ${code.code})`,
        routes: joined(use.routes.map((route) => SUBSTANCE_ROUTE_LABELS[route])),
        first: joined([use.sinceYear]),
        last: null,
        use: use.frequency,
      }
    })
}

/** Rows of earlier rehabilitations, with the form's codes. */
export function rehabRows(sheet: InformationSheet): InformationSheetData['rehabs'] {
  return sheet.rehabs.map((rehab) => ({
    when: joined([rehab.fromYear, rehab.months === null ? null : `${rehab.months} tháng`]),
    place: joined([REHAB_PLACE_LABELS[rehab.place], rehab.placeName]),
    method: joined([rehab.method, rehab.methodWords]),
    outcome: rehab.isFinished === null ? null : rehab.isFinished ? 'Hoàn thành' : 'Chưa hoàn thành',
  }))
}

const OWN_LINE: readonly AskedIllness[] = ['hiv', 'tuberculosis', 'hepatitis', 'mental']

/** What the first check says of health. Medical: for those only who may see it. */
export function healthAnswers(check: FirstCheck): InformationHealth {
  const answer = (illness: AskedIllness): string | null => {
    const found = check.illnesses.find((one) => one.illness === illness)
    return found ? joined([ILLNESS_ANSWER_LABELS[found.answer], found.note]) : null
  }
  const others = check.illnesses
    .filter(({ illness, answer: said }) => !OWN_LINE.includes(illness) && said === 'yes')
    .map(({ illness, note }) => joined([ASKED_ILLNESS_LABELS[illness], note], ': '))
  return {
    mach: joined([check.pulse]),
    huyet_ap: check.systolic === null ? null : `${check.systolic}/${check.diastolic ?? '…'}`,
    hiv: answer('hiv'),
    lao: answer('tuberculosis'),
    gan: answer('hepatitis'),
    tam_than: answer('mental'),
    benh_khac: joined(others, '; '),
    benh_gia_dinh: check.familyHistory,
  }
}
