import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { PersonVisitor } from '#domain/contract/visit-shapes.ts'
import { RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import type { VisitorStart } from '#renderer/features/visits/visitor-form.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from '../visits/visits.module.css'

export function VisitorsPanel({
  visitors,
  onEdit,
}: {
  visitors: readonly PersonVisitor[]
  onEdit?: (start: VisitorStart) => void
}) {
  return (
    <Panel
      title="Người được vào thăm"
      flush
      aside={
        onEdit && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => onEdit({ from: 'new' })}
          >
            Thêm người thăm
          </Button>
        )
      }
    >
      {visitors.length === 0 ? (
        <EmptyState title="Chưa ghi người thăm nào">Ghi khi người nhà đến lần đầu, kèm giấy tờ.</EmptyState>
      ) : (
        <table className={classes.table} aria-label="Người được vào thăm">
          <tbody>
            {visitors.map((visitor) => (
              <tr key={visitor.id}>
                <td>
                  {visitor.name} {visitor.birthYear}
                  <div className={classes.dim}>{RELATION_LABELS[visitor.relation]}</div>
                </td>
                <td>
                  {visitor.paperNumber ?? <ToneChip tone="soon" text="chưa có giấy tờ" />}
                  <div className={classes.dim}>
                    {visitor.isRelative ? 'có tên trong hồ sơ' : visitor.proof}
                  </div>
                </td>
                <td>{visitor.phone}</td>
                <td>
                  {visitor.banReason !== null && <ToneChip tone="late" text={`cấm: ${visitor.banReason}`} />}
                  {onEdit && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      aria-label={`Sửa ${visitor.name}`}
                      onClick={() => onEdit({ from: 'visitor', visitor })}
                    >
                      Sửa
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
