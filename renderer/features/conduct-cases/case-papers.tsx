import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseDetail } from '#domain/contract/conduct-case-shapes.ts'
import { DOCUMENT_FORM_LABELS, type DocumentForm } from '#domain/documents/form-editions.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { MakeDocument } from '#renderer/features/documents/make-document.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './conduct-cases.module.css'

/** Minutes and decision of the case: those made for it, and the way to make another. */
export function CasePapers({ detail }: { detail: CaseDetail }) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [form, setForm] = useState<DocumentForm | null>(null)
  const list = useQuery(api.documents.list.queryOptions({ input: { personId: detail.personId } }))
  const forms: DocumentForm[] = [
    'council-minutes',
    detail.kind === 'violation' ? 'discipline-decision' : 'reward-decision',
    ...(detail.kind === 'violation' && detail.number !== null ? (['discipline-change'] as const) : []),
  ]
  const made = (list.data?.documents ?? []).filter((one) => one.caseId === detail.id)
  return (
    <Panel title="Văn bản">
      {made.length === 0 ? (
        <p className={classes.note}>Chưa lập văn bản nào. Lập quyết định trước khi ghi số quyết định.</p>
      ) : (
        <ul className={classes.lines}>
          {made.map((one) => (
            <li key={one.id}>
              <InnerLink href={`/in/document/${one.id}`}>
                {one.title} số {one.fullNumber}
              </InnerLink>
              {one.cancelledAt !== null && ' (đã hủy)'}
              <p className={classes.note}>
                {formatDay(one.datedOn)} · {one.madeBy} lập
              </p>
            </li>
          ))}
        </ul>
      )}
      {desk?.permissions.includes('documents.make') && (
        <div className={classes.foot}>
          {forms.map((one) => (
            <Button key={one} size="sm" variant="default" onClick={() => setForm(one)}>
              Lập {DOCUMENT_FORM_LABELS[one].toLocaleLowerCase('vi')}…
            </Button>
          ))}
        </div>
      )}
      <Dialog opened={form !== null} onClose={() => setForm(null)} title="Lập văn bản" size={680}>
        {form !== null && desk && (
          <MakeDocument
            stayId={detail.stayId}
            caseId={detail.id}
            today={dayOf(desk.now())}
            form={form}
            onLeave={() => setForm(null)}
            onMade={() => {
              // The number of a decision is offered where it is decided.
              void queryClient.invalidateQueries({ queryKey: api.conductCases.plan.key() })
              setForm(null)
            }}
          />
        )}
      </Dialog>
    </Panel>
  )
}
