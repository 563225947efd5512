import { Checkbox } from '@mantine/core'
import { ROLE_DESCRIPTIONS, ROLE_LABELS, ROLES, type Role } from '#domain/permissions/roles.ts'
import type { RowControl } from '#ui/form-row.tsx'
import classes from './users.module.css'

export interface RoleBoxesProps extends RowControl {
  value: readonly Role[]
  onChange: (roles: Role[]) => void
}

/** The roles of an account, each with what it may do. */
export function RoleBoxes({ id, value, onChange, 'aria-describedby': describedBy }: RoleBoxesProps) {
  return (
    <Checkbox.Group
      id={id}
      value={[...value]}
      onChange={(chosen) => onChange(ROLES.filter((role) => chosen.includes(role)))}
      aria-label="Vai trò"
      aria-describedby={describedBy}
    >
      <div className={classes.roles}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            size="sm"
            value={role}
            label={ROLE_LABELS[role]}
            description={ROLE_DESCRIPTIONS[role]}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
