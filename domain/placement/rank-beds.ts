import { assessBed, type BedAssessment, type PlacementSettings } from './assess-bed.ts'
import type { KeepApart } from './keep-apart.ts'
import { comparePlaceCodes } from './place-kinds.ts'
import type { BedWithRoom, PlacementBed, PlacementPerson } from './placement-person.ts'

/** A bed with how well it suits; the higher the score the better. */
export interface RankedBed extends BedAssessment {
  bed: PlacementBed
  allowed: boolean
  score: number
}

/** Whom to place, which beds to look at, and what to hold to. */
export interface RankQuestion {
  person: PlacementPerson
  beds: readonly BedWithRoom[]
  keepApart: readonly KeepApart[]
  settings: PlacementSettings
}

/**
 * All the beds, best first: those without a soft rule against them, then those with one, then the forbidden ones,
 * each by score and then by code as people count, so that two desks see the same order. The reasons of each bed
 * come with the weightiest first.
 */
export function rankBeds({ person, beds, keepApart, settings }: RankQuestion): RankedBed[] {
  return beds
    .map(({ bed, occupants }) => {
      const assessment = assessBed({ person, bed, occupants, keepApart, settings })
      const score = assessment.reasons.reduce((sum, { weight }) => sum + weight, 0)
      const reasons = assessment.reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      return { ...assessment, reasons, bed, allowed: assessment.hard.length === 0, score }
    })
    .toSorted(better)
}

function better(a: RankedBed, b: RankedBed): number {
  return tier(a) - tier(b) || b.score - a.score || byCode(a.bed, b.bed)
}

function tier({ allowed, soft }: RankedBed): number {
  if (!allowed) return 2
  return soft.length === 0 ? 0 : 1
}

function byCode(a: PlacementBed, b: PlacementBed): number {
  return comparePlaceCodes(a.code, b.code) || (a.bedId < b.bedId ? -1 : 1)
}
