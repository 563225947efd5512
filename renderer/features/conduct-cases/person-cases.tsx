import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CASE_FORM_LABELS } from '#domain/conduct-cases/case-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { Dialog } from '#ui/dialog.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { caseHref, caseStanding } from './case-words.ts'
import { ProposeForm } from './propose-form.tsx'
import classes from './conduct-cases.module.css'

const SHOWN = 20

/** Disciplines and rewards of a person, the newest first, and the way to propose another. */
export function PersonCases({ personId, stayId }: { personId: string; stayId: string | null }) {
  const may = useDesk()?.permissions ?? []
  const isReader = may.includes('discipline.read')
  const mayPropose = stayId !== null && may.includes('discipline.propose')
  const [isProposing, setIsProposing] = useState(false)
  const list = useQuery({
    ...api.conductCases.list.queryOptions({ input: { group: 'all', personId, limit: SHOWN } }),
    enabled: isReader,
  })
  const rows = list.data?.rows ?? []
  if (!isReader || (rows.length === 0 && !mayPropose)) return null
  return (
    <Panel
      title="Kỷ luật, khen thưởng"
      aside={
        mayPropose && (
          <Button size="compact-sm" variant="subtle" onClick={() => setIsProposing(true)}>
            Đề xuất…
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className={classes.note}>Chưa có kỷ luật, khen thưởng.</p>
      ) : (
        <ul className={classes.lines}>
          {rows.map((row) => (
            <li key={row.id} className={classes.line}>
              <span>
                <InnerLink href={caseHref(row.id)}>{CASE_FORM_LABELS[row.form]}</InnerLink>,{' '}
                {formatDay(row.occurredOn)}
                {row.number !== null && `, Quyết định ${row.number}`}
              </span>
              <ToneChip {...caseStanding(row)} quiet />
            </li>
          ))}
        </ul>
      )}
      <Dialog
        opened={isProposing}
        onClose={() => setIsProposing(false)}
        title="Đề xuất kỷ luật, khen thưởng"
        size={720}
      >
        {isProposing && <ProposeForm stayId={stayId} onDone={() => setIsProposing(false)} />}
      </Dialog>
    </Panel>
  )
}
