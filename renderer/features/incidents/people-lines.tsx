import { ActionIcon, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { INVOLVED_WHO_LABELS } from '#domain/incidents/involvement-roles.ts'
import type { InvolvementRole } from '#domain/incidents/kind-form.ts'
import type { ReportPerson } from './report-draft.ts'
import classes from './incidents.module.css'

/** Those written in so far, each with a role of this kind of incident. */
export function PeopleLines({
  people,
  rolesOf,
  onChange,
  isFixed = false,
}: {
  people: readonly ReportPerson[]
  rolesOf: (who: ReportPerson['who']) => readonly InvolvementRole[]
  onChange: (people: ReportPerson[]) => void
  /** Roles alone are chosen: nobody is taken out here. */
  isFixed?: boolean
}) {
  if (people.length === 0) return null
  return (
    // A dozen roles that are right already: Enter goes on past them, Tab goes through them.
    <ul className={classes.people} aria-label="Người liên quan" data-enter-passes>
      {people.map((one) => (
        <li key={one.id} className={classes.person}>
          <span className={classes.cut} title={`${one.name} ${one.where}`}>
            {one.name} <span className={classes.dim}>{one.where || INVOLVED_WHO_LABELS[one.who]}</span>
          </span>
          <Select
            aria-label={`Vai trò của ${one.name}`}
            size="xs"
            placeholder="Chọn loại trước"
            allowDeselect={false}
            data={rolesOf(one.who).map(({ id, label }) => ({ value: id, label }))}
            value={one.role === '' ? null : one.role}
            onChange={(role) =>
              onChange(
                people.map((line) => (line.id === one.id ? { ...line, role: role ?? line.role } : line)),
              )
            }
          />
          {!isFixed && (
            <ActionIcon
              size={28}
              aria-label={`Bỏ ${one.name}`}
              onClick={() => onChange(people.filter(({ id }) => id !== one.id))}
            >
              <IconX size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  )
}
