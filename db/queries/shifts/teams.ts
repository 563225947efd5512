import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

const openTeams = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('team')
    .innerJoin('user', 'user.id', 'team.responsible_id')
    .select(['team.id', 'team.name', 'team.purpose', 'team.responsible_id', 'team.version'])
    .select('user.display_name')
    .select((e) =>
      e
        .selectFrom('team_member')
        .innerJoin('roster', 'roster.stay_id', 'team_member.stay_id')
        .select((m) => m.fn.countAll<number>().as('count'))
        .whereRef('team_member.team_id', '=', 'team.id')
        .where('team_member.to_at', 'is', null)
        .as('members'),
    )
    .where('team.closed_at', 'is', null)
    .orderBy('team.name'),
)
const teamById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('team').selectAll().where('id', '=', p.id).where('closed_at', 'is', null),
)
const membersOf = prepared<{ team: string }>()((p) =>
  qb
    .selectFrom('team_member')
    .innerJoin('roster', 'roster.stay_id', 'team_member.stay_id')
    .select([
      'team_member.id',
      'team_member.from_at',
      'roster.stay_id',
      'roster.person_id',
      'roster.name',
      'roster.birth_on',
      'roster.birth_precision',
      'roster.bed_code',
    ])
    .where('team_member.team_id', '=', p.team)
    .where('team_member.to_at', 'is', null)
    .orderBy('roster.sort_key')
    .orderBy('roster.stay_id'),
)
const membershipOf = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('team_member')
    .select(['id', 'team_id'])
    .where('stay_id', '=', p.stay)
    .where('to_at', 'is', null),
)
const teamOfPerson = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('roster')
    .innerJoin('team_member', 'team_member.stay_id', 'roster.stay_id')
    .select('team_member.team_id')
    .where('roster.person_id', '=', p.person)
    .where('team_member.to_at', 'is', null),
)
const withoutTeam = prepared<Record<string, never>>()(() =>
  qb
    .selectFrom('roster')
    .leftJoin('team_member', (join) =>
      join.onRef('team_member.stay_id', '=', 'roster.stay_id').on('team_member.to_at', 'is', null),
    )
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('team_member.id', 'is', null),
)
const rosterOf = prepared<{ stay: string }>()((p) =>
  qb.selectFrom('roster').select(['stay_id', 'person_id', 'name']).where('stay_id', '=', p.stay),
)

/** Teams that stand, by name; members are those on the roll. */
export function listTeams(db: ReadDb) {
  return openTeams.all(db, {})
}

export function findTeam(db: ReadDb, id: string) {
  return teamById.get(db, { id })
}

export function listMembers(db: ReadDb, teamId: string) {
  return membersOf.all(db, { team: teamId })
}

/** The team somebody is in now. */
export function findMembership(db: ReadDb, stayId: string) {
  return membershipOf.get(db, { stay: stayId })
}

/** The id of a person's team, or undefined. */
export function findTeamOfPerson(db: ReadDb, personId: string): string | undefined {
  return teamOfPerson.get(db, { person: personId })?.team_id
}

/** How many people on the roll are in no team. */
export function countWithoutTeam(db: ReadDb): number {
  return Number(withoutTeam.get(db, {})?.count ?? 0)
}

/** Somebody on the roll. */
export function findOnRoll(db: ReadDb, stayId: string) {
  return rosterOf.get(db, { stay: stayId })
}
