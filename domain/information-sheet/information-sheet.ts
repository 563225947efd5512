import { z } from 'zod'
import { procedureRegime } from '../law/regime.ts'
import type { Day } from '../time/day.ts'
import { ETHNIC_GROUPS } from './ethnic-groups.ts'
import {
  EDUCATIONS,
  MARITAL_STATES,
  POLICY_GROUPS,
  PRIOR_KINDS,
  RELIGIONS,
  WORK_STATES,
} from './personal-lists.ts'
import { REHAB_METHODS, REHAB_PLACES } from './rehab-history.ts'
import { SUBSTANCE_ROUTES, SUBSTANCES } from './substances.ts'

/** Version of the shape below; a row of another version is shown as it was written and not edited. */
export const SHEET_VERSION = 1

/** The sheet a person's facts are collected on: by the day of the act (D116 Điều 22; D163 Điều 84.2). */
export const SHEET_FORMS = ['D163-17', 'D116-19'] as const
export type SheetForm = (typeof SHEET_FORMS)[number]

export const SHEET_FORM_LABELS: Record<SheetForm, string> = {
  'D163-17': 'Phiếu thu thập thông tin người cai nghiện (Mẫu 17, Nghị định 163/2026/NĐ-CP)',
  'D116-19': 'Phiếu thu thập thông tin (Mẫu 19, Nghị định 116/2021/NĐ-CP)',
}

/** The plan that follows from it (D116 Điều 22; D163 Điều 84.4). */
export const PLAN_FORMS = ['D163-18', 'D116-20'] as const
export type PlanForm = (typeof PLAN_FORMS)[number]

export const PLAN_FORM_LABELS: Record<PlanForm, string> = {
  'D163-18': 'Kế hoạch cai nghiện (Mẫu 18, Nghị định 163/2026/NĐ-CP)',
  'D116-20': 'Kế hoạch cai nghiện (Mẫu 20, Nghị định 116/2021/NĐ-CP)',
}

/** Which sheet and plan are written on a day. */
export function sheetFormsOn(actOn: Day): { sheet: SheetForm; plan: PlanForm } {
  return procedureRegime(actOn) === 'R73'
    ? { sheet: 'D116-19', plan: 'D116-20' }
    : { sheet: 'D163-17', plan: 'D163-18' }
}

function words(max: number) {
  return z
    .string()
    .trim()
    .max(max, { error: `Ô này dài quá ${max} ký tự. Rút gọn lại.` })
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)
}

const year = z
  .int({ error: 'Năm gồm 4 chữ số, ví dụ 2015.' })
  .min(1930, { error: 'Năm quá xa. Kiểm tra lại.' })
  .max(2100, { error: 'Năm quá xa. Kiểm tra lại.' })
  .nullable()
  .default(null)

const use = z.strictObject({
  substance: z.enum(SUBSTANCES),
  /** Which one, for “other”. */
  name: words(80),
  routes: z.array(z.enum(SUBSTANCE_ROUTES)).max(SUBSTANCE_ROUTES.length).default([]),
  sinceYear: year,
  /** Times a day, or how often in words. */
  frequency: words(80),
  isMain: z.boolean().default(false),
})

const rehab = z.strictObject({
  place: z.enum(REHAB_PLACES),
  placeName: words(160),
  method: z.enum(REHAB_METHODS).nullable().default(null),
  methodWords: words(160),
  fromYear: year,
  months: z.int().min(0).max(120).nullable().default(null),
  isFinished: z.boolean().nullable().default(null),
})

const prior = z.strictObject({ kind: z.enum(PRIOR_KINDS), what: words(200), year, body: words(160) })

/**
 * What Mẫu 17 asks beside identity, family (rows of `relative`) and health (the first check, behind the medical
 * role). Every field may be empty: the sheet is filled as far as the person says.
 */
export const informationSheetSchema = z.strictObject({
  nationality: words(60).default('Việt Nam'),
  ethnicity: z.enum(ETHNIC_GROUPS).nullable().default(null),
  religion: z.enum(RELIGIONS).nullable().default(null),
  policyGroups: z.array(z.enum(POLICY_GROUPS)).max(POLICY_GROUPS.length).default([]),
  education: z.enum(EDUCATIONS).nullable().default(null),
  /** Highest class finished, `9/12`. */
  schoolClass: words(10),
  trade: words(120),
  work: z.enum(WORK_STATES).nullable().default(null),
  occupation: words(120),
  workplace: words(160),
  marital: z.enum(MARITAL_STATES).nullable().default(null),
  children: z.int().min(0).max(20).nullable().default(null),
  priors: z.array(prior).max(20).default([]),
  substances: z.array(use).max(12).default([]),
  firstUseYear: year,
  firstUseReason: words(300),
  rehabs: z.array(rehab).max(20).default([]),
  /** Substitution treatment so far, in words. */
  substitution: words(200),
  heightCm: z.int().min(80).max(230).nullable().default(null),
  weightKg: z.number().min(20).max(250).nullable().default(null),
  wishes: words(500),
  note: words(1000),
})
export type InformationSheet = z.output<typeof informationSheetSchema>
