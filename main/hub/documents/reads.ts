import {
  findDocument,
  listDocuments,
  listHouseDocuments,
  listIncidentDocumentsOf,
} from '#db/queries/documents/reader.ts'
import { findPerson, findStay } from '#db/queries/people/reader.ts'
import type { documentsContract } from '#domain/contract/documents.ts'
import { editionOf } from '#domain/documents/form-editions.ts'
import { ASKED_TAGS } from '#domain/documents/form-tags.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { incidentPapers } from './incident-papers.ts'
import { injuryPapers } from './injury-papers.ts'
import { documentLines, mayOpenDocument, seesPaper } from './lines.ts'
import { paperAtHand } from './paper-at-hand.ts'

export const documentsReads: ReadUseCases<typeof documentsContract> = {
  list: (db, context, input) => {
    if (!findPerson(db, input.personId)) throw new AppError('not_found')
    context.viewed(input.personId, 'person.viewed-documents')
    const ofIncidents = listIncidentDocumentsOf(db, input.personId).filter((row) =>
      seesPaper(db, context.actor, row),
    )
    const rows = [...listDocuments(db, input.personId), ...ofIncidents]
    const newest = rows.toSorted((a, b) => b.made_at.localeCompare(a.made_at))
    return { documents: documentLines(db, newest, context.actor) }
  },
  listHouse: (db, { actor }, { houseId }) => {
    const rows = listHouseDocuments(db, houseId).filter((row) => mayOpenDocument(db, actor, row))
    return { documents: documentLines(db, rows, actor) }
  },
  listInjuries: (db, context) => injuryPapers(db, context.actor),
  listIncident: (db, context, { incidentId }) => incidentPapers(db, context, incidentId),
  get: (db, context, input) => {
    const row = findDocument(db, input.id)
    const [line] = row ? documentLines(db, [row], context.actor) : []
    if (!row || !line) throw new AppError('not_found')
    // Whether a restricted incident has papers is not told either.
    if (!seesPaper(db, context.actor, row)) throw new AppError('not_found')
    if (line.personId !== null) context.viewed(line.personId, 'person.viewed-documents')
    else if (!line.mayOpen) throw new AppError('forbidden')
    return line
  },
  prepare: (db, context, input) => {
    const stay = input.stayId === null ? null : findStay(db, input.stayId)
    if (stay === undefined) throw new AppError('not_found')
    if (stay !== null) context.viewed(stay.person_id, 'person.viewed-documents')
    try {
      const { source, collected } = paperAtHand(db, input, context)
      const { suggested } = collected
      const edition = editionOf(source.edition.id)
      return {
        form: input.form,
        on: source.on,
        formNumber: edition.number,
        title: edition.title,
        signer: [source.centre.headTitle, source.centre.headName].filter(Boolean).join(' '),
        asked: Object.entries(ASKED_TAGS[input.form]).map(([tag, label]) => ({
          tag,
          label,
          value: suggested[tag] ?? '',
        })),
        problem: null,
      }
    } catch (error) {
      // Why there can be no such document is an answer here: the desk sees it before it types anything.
      if (!(error instanceof AppError) || error.code !== 'rule_violated') throw error
      return {
        form: input.form,
        on: input.on ?? dayOf(context.now),
        formNumber: null,
        title: '',
        signer: '',
        asked: [],
        problem: error.message,
      }
    }
  },
}
