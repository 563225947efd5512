import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { listTemplates } from '#db/queries/templates/reader.ts'
import type { TemplateLine } from '#domain/contract/templates.ts'
import { FORM_EDITIONS, type EditionId } from '#domain/documents/form-editions.ts'
import { AppError } from '#domain/errors.ts'
import { procedureRegime } from '#domain/law/regime.ts'
import type { Day } from '#domain/time/day.ts'

/** Every edition of a form with its templates, those of today's law first. */
export function templateLines(db: ReadDb, today: Day): TemplateLine[] {
  const stored = listTemplates(db)
  const names = actorNames(db, [...new Set(stored.map((row) => row.added_by))])
  const regime = procedureRegime(today)
  return FORM_EDITIONS.map((edition): TemplateLine => {
    const versions = stored.filter((row) => row.edition === edition.id)
    return {
      edition: edition.id,
      form: edition.form,
      formNumber: edition.number,
      title: edition.title,
      issuedWith: edition.issuedWith,
      source: edition.source,
      isCurrent: edition.regime === null || edition.regime === regime,
      activeId: versions.find((row) => row.is_active === 1)?.id ?? null,
      versions: versions.map((row) => ({
        id: row.id,
        version: row.version,
        fileName: row.file_name,
        addedAt: row.added_at,
        addedBy: names.get(row.added_by) ?? row.added_by,
        isActive: row.is_active === 1,
      })),
    }
  }).toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
}

/** One edition with its templates. */
export function templateLine(db: ReadDb, edition: EditionId, today: Day): TemplateLine {
  const line = templateLines(db, today).find((one) => one.edition === edition)
  if (!line) throw new AppError('not_found')
  return line
}
