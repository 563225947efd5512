import type { ReadDb } from '#db/connection/handles.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import type { EscapeRow } from '#db/queries/escapes/reader.ts'
import { listMarks, listRelatives } from '#db/queries/intake/taken.ts'
import { listVisitorsOf } from '#db/queries/visits/visitors.ts'
import type { EscapeSheet } from '#domain/contract/escapes.ts'
import { missingForSearch } from '#domain/incidents/missing-for-search.ts'
import { RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { addressText } from '../documents/place-names.ts'
import { readPersonFile } from '../people/person-file.ts'
import type { Actor } from '../use-case.ts'
import { escapeDetail } from './lines.ts'

/** Everything the photo sheet of a search says of one person. */
export function escapeSheet(
  db: ReadDb,
  { actor, now }: { actor: Actor; now: Instant },
  row: EscapeRow,
): EscapeSheet {
  const detail = escapeDetail(db, actor, row)
  const file = readPersonFile(db, row.person_id)
  const stay = file.stays.find(({ id }) => id === row.stay_id)
  const paper = file.papers.find(({ supersededAt }) => supersededAt === null)
  const address = (kind: string) =>
    addressText(file.addresses.find((one) => one.kind === kind && one.supersededAt === null))
  const marks = listMarks(db, row.person_id).map(({ kind, place, description }) => ({
    kind,
    place,
    description,
  }))
  const relatives = listRelatives(db, row.person_id).map((one) => ({
    name: one.name,
    relation: one.relation,
    phone: one.phone,
    address: one.address,
  }))
  const centre = findCentre(db, dayOf(now))
  const known = new Set(relatives.map(({ name }) => name))
  const permanentAddress = address('permanent')
  return {
    ...detail,
    alias: file.alias,
    ethnicity: file.ethnicity,
    paper: paper ? { kind: paper.kind, number: paper.number } : null,
    permanentAddress,
    currentAddress: address('current'),
    dossierNumber: stay?.dossierNumber ?? null,
    decision: decisionText(stay),
    marks,
    relatives,
    visitors: listVisitorsOf(db, row.person_id)
      .filter(({ name }) => !known.has(name))
      .map(({ name, relation, phone }) => ({ name, relation: RELATION_LABELS[relation], phone })),
    centreName: centre?.name ?? '',
    centreAddress: centre?.address ?? null,
    missing: missingForSearch({
      birthOn: detail.birthOn,
      paper: paper ?? null,
      permanentAddress,
      heightCm: detail.heightCm,
      weightKg: detail.weightKg,
      marks,
      relatives,
      photoId: detail.photoId,
    }),
  }
}

function decisionText(
  stay:
    | { decisionNumber: string | null; decisionOn: string | null; decisionIssuer: string | null }
    | undefined,
): string | null {
  if (!stay || stay.decisionNumber === null) return null
  const on = stay.decisionOn === null ? '' : ` ngày ${formatDay(stay.decisionOn)}`
  const issuer = stay.decisionIssuer === null ? '' : ` của ${stay.decisionIssuer}`
  return `${stay.decisionNumber}${on}${issuer}`
}
