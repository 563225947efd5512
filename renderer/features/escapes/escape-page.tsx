import { Button } from '@mantine/core'
import { IconDoorEnter, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { EscapeDetail } from '#domain/contract/escape-shapes.ts'
import { ESCAPE_STANDING_LABELS, ESCAPE_STANDINGS } from '#domain/incidents/escape-standing.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, type hub } from '#renderer/api/client.ts'
import { refusalOf, UNREACHABLE } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { EscapePerson } from '#renderer/features/escapes/escape-person.tsx'
import { EscapeSteps } from '#renderer/features/escapes/escape-steps.tsx'
import { RecoverDialog } from '#renderer/features/escapes/recover-dialog.tsx'
import { usePapersWork, type PapersWork } from '#renderer/features/escapes/use-papers-work.ts'
import { WithdrawDialog } from '#renderer/features/escapes/withdraw-dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './escapes.module.css'

const BACK = { href: '/vu-viec/bo-tron', label: 'Người bỏ trốn' }
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** So many are shown with all that is known; of more, a line each. */
const SHOWN_OPEN = 3

/** One escape, of one person or many: what is known, what is due, papers, who is back. */
export function EscapePage() {
  const params: { incidentId?: string } = useParams({ strict: false })
  const incidentId = params.incidentId ?? ''
  const work = usePapersWork(incidentId)
  // Hundreds of papers are as many changes: all is read again once, when they are made.
  const found = useQuery({
    ...api.escapes.ofIncident.queryOptions({ input: { incidentId } }),
    enabled: !work.isRunning,
  })
  if (found.isPending) return <PagePending />
  const refusal = refusalOf(found)
  if (refusal !== null || found.data === undefined) {
    return (
      <ErrorState
        title="Chưa mở được"
        sentence={refusal?.message ?? UNREACHABLE}
        onRetry={() => void found.refetch()}
      />
    )
  }
  const { people } = found.data
  if (people.length === 0) {
    return (
      <>
        <PageHeader title="Không có lần bỏ trốn này" back={BACK} />
        <EmptyState title="Vụ việc này không có ai bỏ trốn">Mở lại từ danh sách người bỏ trốn.</EmptyState>
      </>
    )
  }
  return <Escape incidentId={incidentId} work={work} {...found.data} />
}

interface EscapeProps extends Awaited<ReturnType<typeof hub.escapes.ofIncident>> {
  incidentId: string
  work: PapersWork
}

function Escape({ incidentId, people, ...found }: EscapeProps) {
  const may = useDesk()?.permissions ?? []
  const { history } = useRouter()
  const [recovering, setRecovering] = useState<readonly EscapeDetail[]>([])
  const [withdrawing, setWithdrawing] = useState<readonly EscapeDetail[]>([])
  const [first] = people
  const away = people.filter(({ standing }) => standing === 'away')
  const counting = people.filter(({ standing }) => standing !== 'withdrawn')
  const isGroup = people.length > 1
  const number = first?.incidentNumber
  return (
    <>
      <PageHeader
        title={isGroup || !first ? `${formatNumber(people.length)} người bỏ trốn` : `Bỏ trốn: ${first.name}`}
        back={BACK}
        note={
          <>
            {first && formatInstant(first.escapedAt)}
            {isGroup && ` · ${countsOf(people)}`}
            {number && may.includes('incident.read') && (
              <>
                {' · '}
                <InnerLink href={`/vu-viec/${incidentId}`}>Vụ việc {number}</InnerLink>
              </>
            )}
            {number && !may.includes('incident.read') && ` · Vụ việc ${number}`}
          </>
        }
        acts={
          <>
            {may.includes('counts.read') && (
              <Button
                variant="default"
                leftSection={<IconUsers {...ICON} />}
                onClick={() => history.push('/in/danh-sach-anh')}
              >
                In danh sách ảnh
              </Button>
            )}
            {away.length > 0 && may.includes('custody.record') && (
              <Button leftSection={<IconDoorEnter {...ICON} />} onClick={() => setRecovering(away)}>
                {away.length > 1 ? `Đã đưa ${formatNumber(away.length)} người trở lại` : 'Đã đưa trở lại'}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.page}>
        {counting.length > 0 && (
          <Panel
            title="Việc phải làm theo quy định"
            aside={
              may.includes('custody.correct') &&
              isGroup && (
                <Button size="xs" variant="subtle" color="red" onClick={() => setWithdrawing(counting)}>
                  Ghi nhầm cả {formatNumber(counting.length)} người…
                </Button>
              )
            }
          >
            <EscapeSteps incidentId={incidentId} people={counting} {...found} />
          </Panel>
        )}
        <Panel title={isGroup ? `${formatNumber(people.length)} người` : 'Người bỏ trốn'}>
          {people.map((one) => (
            <EscapePerson
              key={`${one.id}${one.standing}`}
              escape={one}
              isAlone={!isGroup}
              isFolded={people.length > SHOWN_OPEN}
              papers={found.papers.filter(({ escapeId }) => escapeId === one.id)}
              onRecover={() => setRecovering([one])}
              onWithdraw={() => setWithdrawing([one])}
            />
          ))}
        </Panel>
      </div>
      <RecoverDialog people={recovering} onClose={() => setRecovering([])} />
      <WithdrawDialog people={withdrawing} onClose={() => setWithdrawing([])} />
    </>
  )
}

/** How many stand how, the most pressing first; nothing is said of none. */
function countsOf(people: readonly EscapeDetail[]): string {
  return ESCAPE_STANDINGS.flatMap((standing) => {
    const count = people.filter((one) => one.standing === standing).length
    return count === 0
      ? []
      : `${formatNumber(count)} ${ESCAPE_STANDING_LABELS[standing].toLocaleLowerCase('vi')}`
  }).join(', ')
}
