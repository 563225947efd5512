import { sql } from 'kysely'
import { isNoticeOwed } from '#domain/incidents/incident-tasks.ts'
import { KIND_FORMS } from '#domain/incidents/kind-forms.ts'

/** Notices every version of every form asks for, each with the role of whom it is about; no role for nobody. */
const OWED = JSON.stringify(
  KIND_FORMS.flatMap((form) =>
    form.notices.flatMap(({ id: step }) =>
      [null, ...form.roles.map(({ id }) => id)]
        .filter((role) => isNoticeOwed(form, { step, about_role: role, about_removed_at: null }))
        .map((role) => [form.kind, form.version, step, role ?? ''].join(' ')),
    ),
  ),
)

/**
 * Whether a row of `incident_notice` is still owed, as {@link isNoticeOwed} says of one, for a query that joins
 * `incident` and, on the left, `incident_involvement`.
 */
export function stillOwed() {
  return sql<boolean>`incident_involvement.removed_at is null and incident.kind || ' ' || incident.form_version || ' '
    || incident_notice.step || ' ' || coalesce(incident_involvement.role, '') in (select value from json_each(${OWED}))`
}
