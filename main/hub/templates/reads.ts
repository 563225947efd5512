import type { templatesContract } from '#domain/contract/templates.ts'
import { editionOf } from '#domain/documents/form-editions.ts'
import { FORM_TAGS } from '#domain/documents/form-tags.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { templateLines } from './lines.ts'

function labelled(tags: Readonly<Record<string, string>>): { tag: string; label: string }[] {
  return Object.entries(tags).map(([tag, label]) => ({ tag, label }))
}

export const templatesReads: ReadUseCases<typeof templatesContract> = {
  list: (db, context) => ({ templates: templateLines(db, dayOf(context.now)) }),
  tags: (_db, _context, input) => {
    const { fields, lists } = FORM_TAGS[editionOf(input.edition).form]
    return {
      fields: labelled(fields),
      lists: Object.entries(lists).map(([tag, { label, columns }]) => ({
        tag,
        label,
        columns: labelled(columns),
      })),
    }
  },
}
