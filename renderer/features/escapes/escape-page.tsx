import { Button } from '@mantine/core'
import { IconDoorEnter, IconPhoto, IconUsers } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { EscapeDetail, EscapePaper, UnsentNotice } from '#domain/contract/escapes.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { EscapePerson } from '#renderer/features/escapes/escape-person.tsx'
import { LawLines } from '#renderer/features/escapes/law-lines.tsx'
import { MassPapers } from '#renderer/features/escapes/mass-papers.tsx'
import { RecoverDialog } from '#renderer/features/escapes/recover-dialog.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './escapes.module.css'

const BACK = { href: '/vu-viec/bo-tron', label: 'Người bỏ trốn' }
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** One escape, of one person or many: what is known, what is due, papers, who is back. */
export function EscapePage() {
  const params: { incidentId?: string } = useParams({ strict: false })
  const incidentId = params.incidentId ?? ''
  const found = useQuery(api.escapes.ofIncident.queryOptions({ input: { incidentId } }))
  if (found.isPending) return <PagePending />
  if (found.error) {
    return (
      <ErrorState
        title="Chưa mở được"
        sentence={toHubError(found.error).message}
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
  return <Escape incidentId={incidentId} {...found.data} />
}

interface EscapeProps {
  incidentId: string
  people: readonly EscapeDetail[]
  papers: readonly EscapePaper[]
  unsent: readonly UnsentNotice[]
}

function Escape({ incidentId, people, papers, unsent }: EscapeProps) {
  const desk = useDesk()
  const { history } = useRouter()
  const [recovering, setRecovering] = useState<readonly EscapeDetail[]>([])
  const [isWithdrawing, setIsWithdrawing] = useState(false)
  const may = desk?.permissions ?? []
  const [first] = people
  const away = people.filter(({ standing }) => standing === 'away')
  const standing = people.filter((one) => one.standing !== 'withdrawn')
  const number = first?.incidentNumber
  return (
    <>
      <PageHeader
        title={
          people.length === 1 && first
            ? `Bỏ trốn: ${first.name}`
            : `${formatNumber(people.length)} người bỏ trốn`
        }
        back={BACK}
        note={
          <>
            {first && formatInstant(first.escapedAt)} · {formatNumber(away.length)} chưa bắt lại,{' '}
            {formatNumber(standing.length - away.length)} đã trở lại hoặc kết thúc
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
                Danh sách ảnh toàn cơ sở
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconPhoto {...ICON} />}
              onClick={() => history.push(`/in/truy-tim?vu=${incidentId}`)}
            >
              In phiếu ảnh truy tìm
            </Button>
            {away.length > 0 && may.includes('custody.record') && (
              <Button leftSection={<IconDoorEnter {...ICON} />} onClick={() => setRecovering(away)}>
                {away.length > 1 ? `Đã đưa ${formatNumber(away.length)} người trở lại` : 'Đã đưa trở lại'}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.page}>
        {first && (
          <Panel
            title="Việc phải làm theo quy định"
            aside={
              may.includes('custody.correct') &&
              standing.length > 0 && (
                <Button size="xs" variant="subtle" color="red" onClick={() => setIsWithdrawing(true)}>
                  Ghi nhầm…
                </Button>
              )
            }
          >
            <LawLines people={people} at={first.escapedAt} />
          </Panel>
        )}
        {standing.length > 1 && (
          <MassPapers incidentId={incidentId} people={people} papers={papers} unsent={unsent} />
        )}
        <Panel title={people.length === 1 ? 'Người bỏ trốn' : `${formatNumber(people.length)} người`}>
          {people.map((one) => (
            <EscapePerson
              key={`${one.id}${one.standing}`}
              escape={one}
              onRecover={people.length === 1 ? undefined : () => setRecovering([one])}
            />
          ))}
        </Panel>
      </div>
      <RecoverDialog people={recovering} onClose={() => setRecovering([])} />
      {isWithdrawing && <Withdraw people={standing} onClose={() => setIsWithdrawing(false)} />}
    </>
  )
}

/** Takes the escapes back that were recorded by mistake. */
function Withdraw({ people, onClose }: { people: readonly EscapeDetail[]; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [escapes] = useState(() => people.map(({ id }) => ({ id, correctionId: crypto.randomUUID() })))
  const withdraw = useMutation({
    mutationFn: (why: string) => hub.escapes.withdraw({ escapes, why }),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened
      onClose={onClose}
      title={people.length > 1 ? `Rút việc ghi ${people.length} người bỏ trốn?` : 'Rút việc ghi bỏ trốn?'}
      act="Đính chính là ghi nhầm"
      reason={{ label: 'Lý do', required: true }}
      danger
      busy={withdraw.isPending}
      problem={withdraw.error && toHubError(withdraw.error).message}
      onConfirm={(why) => withdraw.mutate(why)}
    >
      Việc bỏ trốn được đính chính ở dòng đời, thời hạn và việc đến hạn trở lại như trước; giường chưa ai nằm
      thì học viên giữ giường cũ. Cả hai lần ghi vẫn ở trong hồ sơ.
    </ConfirmAct>
  )
}
