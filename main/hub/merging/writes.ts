import { findLink, insertLink } from '#db/queries/merging/links.ts'
import { findPerson } from '#db/queries/people/reader.ts'
import type { mergingContract } from '#domain/contract/merging.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { WriteUseCases } from '../use-case.ts'
import { mergePeople, unmergePeople } from './merge-people.ts'

export const mergingWrites: WriteUseCases<typeof mergingContract> = {
  notSame: (db, context, input) => {
    const people = [input.personId, input.otherPersonId] as const
    for (const id of people) {
      const person = findPerson(db, id)
      if (!person || person.cancelled_at !== null) throw new AppError('not_found')
    }
    if (input.personId === input.otherPersonId) {
      const message = 'Chọn hai hồ sơ khác nhau.'
      throw ruleViolated([{ code: 'link-self', message, field: 'otherPersonId' }])
    }
    const known = findLink(db, ...people)
    if (known) return { id: known.id }
    insertLink(db, {
      id: input.id,
      people,
      verdict: 'not-same',
      reason: input.reason,
      decided_at: context.now,
      decided_by: context.actor.key,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    for (const personId of people) {
      context.audit({ action: 'person.not-same', subject: { kind: 'link', id: input.id }, personId })
      context.changed('people', personId)
    }
    return { id: input.id }
  },
  merge: mergePeople,
  unmerge: unmergePeople,
}
