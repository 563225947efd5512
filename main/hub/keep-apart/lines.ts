import type { PairPageRow } from '#db/queries/keep-apart/pairs-page.ts'
import type { findPersonNow, KeepApartRow } from '#db/queries/keep-apart/reader.ts'
import type { KeepApartPair, ListedPair } from '#domain/contract/keep-apart.ts'
import type { Day } from '#domain/time/day.ts'

/** What of a pair does not depend on who looks at it from which side. */
function pairWords(row: KeepApartRow, names: ReadonlyMap<string, string>, today: Day) {
  return {
    id: row.id,
    level: row.level,
    inClass: row.in_class === 1,
    inVisit: row.in_visit === 1,
    ground: row.ground,
    reason: row.reason,
    authorisedBy: row.authorised_by,
    reviewOn: row.review_on,
    isReviewDue: row.closed_at === null && row.review_on !== null && row.review_on <= today,
    openedAt: row.opened_at,
    openedBy: names.get(row.opened_by) ?? row.opened_by,
    closedAt: row.closed_at,
    closedBy: row.closed_by === null ? null : (names.get(row.closed_by) ?? row.closed_by),
    closeReason: row.close_reason,
    isReopened: row.reopens_id !== null,
    version: row.version,
  }
}

/** The pair as it stands in the file of one of the two. */
export function pairOfPerson(
  row: KeepApartRow,
  seen: {
    personId: string
    other: ReturnType<typeof findPersonNow>
    names: ReadonlyMap<string, string>
    today: Day
    isViolated: boolean
  },
): KeepApartPair {
  const isFirst = row.person_a === seen.personId
  return {
    ...pairWords(row, seen.names, seen.today),
    otherPersonId: isFirst ? row.person_b : row.person_a,
    otherName: seen.other?.name ?? 'Hồ sơ đã hủy',
    otherBirthOn: seen.other?.birth_on ?? null,
    otherBedCode: seen.other?.bed_code ?? null,
    role: isFirst ? row.role_a : row.role_b,
    otherRole: isFirst ? row.role_b : row.role_a,
    isViolated: seen.isViolated,
  }
}

/** The pair in the list of all pairs. */
export function pairInList(row: PairPageRow, names: ReadonlyMap<string, string>, today: Day): ListedPair {
  const sharesRoom = row.room_a !== null && row.room_a === row.room_b
  const sharesZone = row.zone_a !== null && row.zone_a === row.zone_b
  return {
    ...pairWords(row, names, today),
    isViolated: row.closed_at === null && (sharesRoom || (row.level === 'zone' && sharesZone)),
    one: {
      personId: row.person_a,
      name: row.name_a,
      birthOn: row.birth_a,
      role: row.role_a,
      bedCode: row.bed_a,
      zoneName: row.zone_name_a,
    },
    other: {
      personId: row.person_b,
      name: row.name_b,
      birthOn: row.birth_b,
      role: row.role_b,
      bedCode: row.bed_b,
      zoneName: row.zone_name_b,
    },
  }
}
