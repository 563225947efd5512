import type { ReadDb } from '#db/connection/handles.ts'
import { listUsers } from '#db/queries/accounts/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { countWithoutTeam, findTeamOfPerson, listMembers, listTeams } from '#db/queries/shifts/teams.ts'
import type { Team, teamsContract } from '#domain/contract/teams.ts'
import { procedureRule } from '#domain/law/rule-book.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { can } from '#domain/permissions/permissions.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'

function teamsOf(db: ReadDb): Team[] {
  return listTeams(db).map((row) => ({
    id: row.id,
    name: row.name,
    purpose: row.purpose,
    responsibleId: row.responsible_id,
    responsibleName: row.display_name,
    members: Number(row.members ?? 0),
    version: row.version,
  }))
}

export const teamsReads: ReadUseCases<typeof teamsContract> = {
  list: (db, { now }) => {
    const rule = procedureRule(readRuleBook(db), 'ZONE-07', dayOf(now))
    return {
      teams: teamsOf(db),
      without: countWithoutTeam(db),
      rule: {
        article: fullCitation(rule?.source ?? ''),
        text: typeof rule?.value === 'string' ? rule.value : '',
      },
      staff: listUsers(db)
        .filter(({ state, roles }) => state === 'active' && can(roles, 'counts.run'))
        .map(({ id, name }) => ({ userId: id, name })),
    }
  },
  members: (db, _context, { teamId }) => ({
    members: listMembers(db, teamId).map((row) => ({
      id: row.id,
      stayId: row.stay_id,
      personId: row.person_id,
      name: row.name,
      birthOn: row.birth_on,
      birthPrecision: row.birth_precision,
      bedCode: row.bed_code,
      fromAt: row.from_at,
    })),
  }),
  ofPerson: (db, _context, { personId }) => {
    const id = findTeamOfPerson(db, personId)
    return { team: teamsOf(db).find((team) => team.id === id) ?? null }
  },
}
