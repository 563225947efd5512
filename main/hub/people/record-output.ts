import type { WriteDb } from '#db/connection/handles.ts'
import type { PeopleFilter } from '#domain/contract/people.ts'
import type { WriteContext } from '../use-case.ts'

/**
 * Records that a list left the program, as a file or on paper: the filter and how many rows, never the words by
 * which somebody looked for a person.
 */
export function recordPeopleOutput(
  _db: WriteDb,
  context: WriteContext,
  input: { action: 'people.exported' | 'people.printed'; filter: PeopleFilter; rows: number },
): null {
  const { filter } = input
  context.audit({
    action: input.action,
    facts: {
      group: filter.group,
      zones: filter.zones.join(','),
      tracks: filter.tracks.join(','),
      sexes: filter.sexes.join(','),
      states: filter.states.join(','),
      awaitingBed: filter.awaitingBed,
      withAlert: filter.withAlert,
      papersOverdue: filter.papersOverdue,
      endsWithin: filter.endsWithin,
      hasWords: filter.words.trim() !== '',
      rows: input.rows,
    },
  })
  return null
}
