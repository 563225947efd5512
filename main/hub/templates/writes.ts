import type { WriteDb } from '#db/connection/handles.ts'
import { findActiveTemplate, findTemplate } from '#db/queries/templates/reader.ts'
import { insertTemplate, putTemplateInUse } from '#db/queries/templates/writer.ts'
import type { TemplateLine, templatesContract } from '#domain/contract/templates.ts'
import type { EditionId } from '#domain/documents/form-editions.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { templateLine } from './lines.ts'

/** Keeps a checked template and puts it into use; the very file in use already changes nothing. */
export function storeTemplate(
  db: WriteDb,
  context: WriteContext,
  template: { id: string; edition: EditionId; fileName: string; bytes: Uint8Array; sha256: string },
): TemplateLine {
  const today = dayOf(context.now)
  if (findActiveTemplate(db, template.edition)?.sha256 === template.sha256)
    return templateLine(db, template.edition, today)
  const version = insertTemplate(db, {
    id: template.id,
    edition: template.edition,
    file_name: template.fileName,
    bytes: template.bytes,
    sha256: template.sha256,
    added_at: context.now,
    added_by: context.actor.key,
  })
  putTemplateInUse(db, template.edition, template.id)
  context.audit({
    action: 'template.replaced',
    subject: { kind: 'template', id: template.id },
    facts: { edition: template.edition, version, sha256: template.sha256 },
  })
  context.changed('templates', template.edition)
  return templateLine(db, template.edition, today)
}

export const templatesWrites: WriteUseCases<typeof templatesContract> = {
  use: (db, context, input) => {
    if (input.templateId !== null && findTemplate(db, input.templateId)?.edition !== input.edition)
      throw new AppError('not_found')
    putTemplateInUse(db, input.edition, input.templateId)
    context.audit({
      action: 'template.used',
      subject: { kind: 'template', id: input.templateId ?? input.edition },
      facts: { edition: input.edition, isFactory: input.templateId === null },
    })
    context.changed('templates', input.edition)
    return templateLine(db, input.edition, dayOf(context.now))
  },
}
