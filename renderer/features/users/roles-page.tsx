import { IconCheck } from '@tabler/icons-react'
import { can, PERMISSION_LABELS, PERMISSIONS } from '#domain/permissions/permissions.ts'
import { ROLE_DESCRIPTIONS, ROLE_LABELS, ROLES } from '#domain/permissions/roles.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './users.module.css'

/** Who may do what: the hub's one table, as it decides. */
export function RolesPage() {
  return (
    <>
      <PageHeader
        title="Bảng quyền theo vai trò"
        back={{ href: '/quan-tri/nguoi-dung', label: 'Người dùng' }}
        note="Máy chủ xét mỗi yêu cầu theo đúng bảng này; không có trong bảng là không được làm."
      />
      <Panel flush>
        <section className={classes.tableBox} aria-label="Bảng quyền">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Việc</th>
                {ROLES.map((role) => (
                  <th key={role} scope="col" title={ROLE_DESCRIPTIONS[role]}>
                    {ROLE_LABELS[role]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {PERMISSIONS.map((permission) => (
                <tr key={permission}>
                  <th scope="row">{PERMISSION_LABELS[permission]}</th>
                  {ROLES.map((role) => (
                    <td key={role}>
                      {can([role], permission) && (
                        <IconCheck
                          size={16}
                          stroke={2}
                          className={classes.yes}
                          aria-label={`${ROLE_LABELS[role]} được làm`}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
      <Panel title="Mỗi vai trò làm gì">
        <dl className={classes.acts}>
          {ROLES.map((role) => (
            <div key={role}>
              <dt>{ROLE_LABELS[role]}</dt>
              <dd>{ROLE_DESCRIPTIONS[role]}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  )
}
