import { createHash } from 'node:crypto'
import type { ReadDb } from '#db/connection/handles.ts'
import { findDocument, nextDocumentNumber } from '#db/queries/documents/reader.ts'
import { findActiveTemplate } from '#db/queries/templates/reader.ts'
import type { DocumentLine } from '#domain/contract/documents.ts'
import type { EditionId } from '#domain/documents/form-editions.ts'
import { ASKED_TAGS } from '#domain/documents/form-tags.ts'
import { documentSymbol, fullNumber } from '#domain/documents/registers.ts'
import { AppError } from '#domain/errors.ts'
import type { Hub } from '../hub.ts'
import type { CallContext } from '../use-case.ts'
import type { CollectedDocument } from './collect.ts'
import { factoryTemplate } from './factory-templates.ts'
import { documentLines } from './lines.ts'
import { mergeDocx } from './merge-docx.ts'
import { inLane } from './number-lane.ts'
import { paperAtHand, type AskedPaper, type PaperAtHand } from './paper-at-hand.ts'
import type { NewDocument } from './store-document.ts'

/** How often a number may be lost to another program on the same file before the desk is told to try again. */
const MOST_TRIES = 5

interface MakeInput extends AskedPaper {
  id: string
  answers: Record<string, string>
}

/** The template that prints an edition: the centre's own, or the one that ships. */
function templateOf(
  db: ReadDb,
  edition: EditionId,
): { id: string | null; bytes: Uint8Array; sha256: string } {
  const own = findActiveTemplate(db, edition)
  return own ?? { id: null, ...factoryTemplate(edition) }
}

/** A document as it is kept, under `number` of its register and the year of its day. About 15 ms. */
export async function drawDocument(
  db: ReadDb,
  { id, form }: Pick<MakeInput, 'id' | 'form'>,
  { source, collected, owner }: PaperAtHand,
  { answers, number }: { answers: CollectedDocument['suggested']; number: number },
): Promise<NewDocument> {
  const { register } = source.edition
  const symbol = documentSymbol(register, source.centreMark)
  const template = templateOf(db, source.edition.id)
  const fields = collected.fields(answers, fullNumber(number, symbol))
  const bytes = new Uint8Array(await mergeDocx(template.bytes, fields, collected.pictures))
  return {
    id,
    ...owner,
    form,
    edition: source.edition.id,
    register,
    year: Number(source.on.slice(0, 4)),
    number,
    symbol,
    dated_on: source.on,
    is_medical: collected.isMedical ? 1 : 0,
    template_id: template.id,
    template_sha256: template.sha256,
    fields: JSON.stringify(fields),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
  }
}

/**
 * Makes a document: draws its facts from the record, fills the template in, and keeps number and bytes in one
 * transaction. Numbers of a register and year have no gap and no double, however many desks ask at once.
 * @throws AppError as {@link paperAtHand}; `invalid_input` for texts the form does not ask; `conflict` for a used id
 */
export async function makeDocument(context: CallContext, input: MakeInput): Promise<DocumentLine> {
  const { hub, actor, now } = context
  const known = findDocument(hub.read, input.id)
  const isOther =
    known &&
    (known.stay_id !== input.stayId ||
      (known.campaign_id ?? known.cash_close_id) !== input.houseId ||
      known.incident_id !== input.incidentId ||
      known.incident_part !== input.incidentPart ||
      (input.caseId !== null && known.conduct_case_id !== input.caseId))
  if (known && (isOther || known.form !== input.form || known.made_by !== actor.key))
    throw new AppError('conflict', 'Mã văn bản này đã dùng cho văn bản khác. Tải lại trang và làm lại.')
  // The same request sent again: the document stands already.
  if (known) return lineOf(hub, input.id, context)

  const paper = paperAtHand(hub.read, input, { actor, now })
  const { source, collected } = paper
  const answers = { ...collected.suggested }
  for (const [tag, text] of Object.entries(input.answers)) {
    if (!Object.hasOwn(ASKED_TAGS[input.form], tag))
      throw new AppError('invalid_input', `Biểu mẫu này không hỏi “${tag}”. Tải lại trang và làm lại.`)
    answers[tag] = text
  }
  const { register } = source.edition
  const year = Number(source.on.slice(0, 4))
  await inLane(hub, `${register} ${year}`, async () => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const number = nextDocumentNumber(hub.read, register, year)
      const row = await drawDocument(hub.read, input, paper, { answers, number })
      const isKept = await hub.writer.internal('storeDocument', actor, now, row)
      if (isKept) return
    }
    throw new AppError('busy')
  })
  return lineOf(hub, input.id, context)
}

function lineOf(hub: Hub, id: string, context: CallContext): DocumentLine {
  const row = findDocument(hub.read, id)
  const [line] = row ? documentLines(hub.read, [row], context.actor) : []
  if (!line) throw new AppError('not_found')
  return line
}
