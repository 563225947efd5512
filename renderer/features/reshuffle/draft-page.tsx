import { Button } from '@mantine/core'
import { IconPrinter, IconRefresh, IconWand } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReshuffleDraft, ReshuffleJudgement, ReshuffleLodgerLine } from '#domain/contract/reshuffle.ts'
import { RESHUFFLE_STATE_LABELS, type ReshuffleMove } from '#domain/placement/reshuffle.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { DraftBoard } from '#renderer/features/reshuffle/draft-board.tsx'
import { moveInDraft } from '#renderer/features/reshuffle/draft-moves.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { showUndoToast } from '#ui/undo-toast.tsx'
import classes from './reshuffle.module.css'

/** What a proposal came to; `left` = how many people would still lie against the rules. */
function proposalText({ count, left }: { count: number; left: number }): string {
  if (left > 0)
    return `Đề xuất chuyển ${count} người, còn ${left} người chưa có giường đúng quy định trong khu. Chuyển bớt người sang khu khác.`
  return count === 0 ? 'Khu đang đúng quy định, không cần chuyển ai.' : `Đề xuất chuyển ${count} người.`
}

/** One draft: the zone as it would be, what stands against it, and carrying it out at once. */
export function ReshuffleDraftPage() {
  const { zoneId = '', draftId = '' } = useParams({ strict: false }) as { zoneId?: string; draftId?: string }
  const { history } = useRouter()
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState<'commit' | 'cancel' | null>(null)
  const draftQuery = api.reshuffle.get.queryOptions({ input: { id: draftId } })
  const loaded = useQuery(draftQuery)
  const moves = loaded.data?.moves ?? []
  const judged = useQuery({
    ...api.reshuffle.judge.queryOptions({ input: { zoneId, moves: [...moves] } }),
    enabled: loaded.data?.draft.state === 'draft',
    placeholderData: keepPreviousData,
  })
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.reshuffle.key() })
  const keep = useMutation({
    mutationFn: (next: { version: number; moves: ReshuffleMove[] }) =>
      hub.reshuffle.keep({ id: draftId, ...next }),
    onMutate: (next) => {
      queryClient.setQueryData(draftQuery.queryKey, (old) => old && { ...old, moves: next.moves })
    },
    onSettled: refresh,
    onError: (error) => showNotice(toHubError(error).message),
  })
  const propose = useMutation({
    mutationFn: async (version: number) => {
      const proposed = await hub.reshuffle.propose({ zoneId, moves: [...moves] })
      await keep.mutateAsync({ version, moves: proposed.moves })
      const { problems } = await hub.reshuffle.judge({ zoneId, moves: proposed.moves })
      const left = problems.filter(({ hard }) => hard.length > 0).length
      return { count: proposed.moves.length, left }
    },
    onSuccess: (done) => showNotice(proposalText(done)),
    onError: (error) => showNotice(toHubError(error).message),
  })
  const renew = useMutation({
    mutationFn: (version: number) => hub.reshuffle.renew({ id: draftId, version }),
    onSuccess: ({ dropped }) =>
      showNotice(
        dropped === 0 ? 'Đã cập nhật bản nháp.' : `Đã cập nhật bản nháp, bỏ ${dropped} dòng không còn cần.`,
      ),
    onError: (error) => showNotice(toHubError(error).message),
    onSettled: refresh,
  })
  const commit = useMutation({
    mutationFn: (version: number) => hub.reshuffle.commit({ id: draftId, version }),
    onSuccess: ({ moved, version }) => {
      setAsking(null)
      showUndoToast({
        message: `Đã chuyển ${moved} người.`,
        onUndo: () => {
          hub.reshuffle
            .undo({ id: draftId, version })
            .then(() => showNotice('Đã hoàn tác.'))
            .catch((error: unknown) => showNotice(toHubError(error).message))
            .finally(() => void refresh())
        },
      })
    },
    onSettled: refresh,
  })
  const cancel = useMutation({
    mutationFn: (version: number) => hub.reshuffle.cancel({ id: draftId, version }),
    onSuccess: async () => {
      await refresh()
      history.push(`/khu/${zoneId}/sap-xep`)
    },
  })
  if (loaded.isPending) return <PagePending />
  if (loaded.error) {
    return (
      <ErrorState
        title="Chưa mở được bản nháp"
        sentence={toHubError(loaded.error).message}
        onRetry={() => void loaded.refetch()}
      />
    )
  }
  const { draft, lodgers, beds, lines } = loaded.data
  const mayChange = draft.state === 'draft' && (desk?.permissions.includes('custody.place') ?? false)
  const problems = draft.state === 'draft' ? (judged.data?.problems ?? []) : []
  const stale = draft.state === 'draft' ? (judged.data?.stale ?? []) : []
  return (
    <>
      <PageHeader
        title={draft.name}
        back={{ href: `/khu/${zoneId}/sap-xep`, label: 'Các bản nháp' }}
        note={`${draft.zoneName} · ${RESHUFFLE_STATE_LABELS[draft.state]} · ${draft.reason} · ${draft.changedBy} sửa lúc ${formatInstant(draft.changedAt)}`}
        acts={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              disabled={moves.length === 0}
              onClick={() => history.push(`/khu/${zoneId}/sap-xep/${draftId}/in`)}
            >
              In danh sách chuyển
            </Button>
            {mayChange && (
              <>
                <Button variant="default" color="gray" onClick={() => setAsking('cancel')}>
                  Bỏ bản nháp
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconWand size={16} stroke={1.75} aria-hidden />}
                  loading={propose.isPending}
                  onClick={() => propose.mutate(draft.version)}
                >
                  Đề xuất theo quy định
                </Button>
                <Button disabled={moves.length === 0 || keep.isPending} onClick={() => setAsking('commit')}>
                  Chuyển {moves.length} người
                </Button>
              </>
            )}
          </>
        }
      />
      <div className={classes.board}>
        <Panel>
          <DraftBoard
            lodgers={lodgers}
            beds={beds}
            moves={draft.state === 'draft' ? moves : []}
            problems={problems}
            mayChange={mayChange && !keep.isPending}
            onMove={(stayId, toBedId) =>
              keep.mutate({ version: draft.version, moves: moveInDraft({ lodgers, moves }, stayId, toBedId) })
            }
          />
        </Panel>
        <div className={classes.side}>
          {stale.length > 0 && (
            <Panel title="Có người đã chuyển nơi khác">
              <ul className={classes.list}>
                {stale.map(({ stayId, message }) => (
                  <li key={stayId}>{message}</li>
                ))}
              </ul>
              {mayChange && (
                <Button
                  mt="sm"
                  leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
                  loading={renew.isPending}
                  onClick={() => renew.mutate(draft.version)}
                >
                  Cập nhật bản nháp
                </Button>
              )}
            </Panel>
          )}
          <ProblemsPanel draft={draft} lodgers={lodgers} problems={problems} />
          <Panel title={`Danh sách chuyển (${lines.length})`}>
            {lines.length === 0 && <p className={classes.note}>Chưa có ai chuyển giường.</p>}
            <ul className={classes.list}>
              {lines.map((line) => (
                <li key={line.stayId}>
                  {line.name}: {line.fromCode} → {line.toCode}
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
      <ConfirmAct
        opened={asking === 'commit'}
        onClose={() => setAsking(null)}
        title={`Chuyển ${moves.length} người trong ${draft.zoneName}?`}
        act={`Chuyển ${moves.length} người`}
        busy={commit.isPending}
        problem={commit.isError && toHubError(commit.error).message}
        onConfirm={() => commit.mutate(draft.version)}
      >
        Tất cả chuyển cùng một lúc, hoặc không ai chuyển. Lý do ghi cho mỗi người: {draft.reason}.
      </ConfirmAct>
      <ConfirmAct
        opened={asking === 'cancel'}
        onClose={() => setAsking(null)}
        title="Bỏ bản nháp này?"
        act="Bỏ bản nháp"
        danger
        busy={cancel.isPending}
        problem={cancel.isError && toHubError(cancel.error).message}
        onConfirm={() => cancel.mutate(draft.version)}
      >
        Không ai bị chuyển giường; bản nháp vẫn còn trong danh sách với trạng thái đã bỏ.
      </ConfirmAct>
    </>
  )
}

function ProblemsPanel({
  draft,
  lodgers,
  problems,
}: {
  draft: ReshuffleDraft
  lodgers: readonly ReshuffleLodgerLine[]
  problems: ReshuffleJudgement['problems']
}) {
  if (draft.state !== 'draft') return null
  const names = new Map(lodgers.map(({ stayId, name }) => [stayId, name]))
  const hard = problems.filter((one) => one.hard.length > 0)
  const soft = problems.filter((one) => one.hard.length === 0)
  return (
    <Panel title={`Theo quy định: ${hard.length} vi phạm, ${soft.length} cần lý do`}>
      {problems.length === 0 && <p className={classes.note}>Không có gì trái quy định xếp chỗ.</p>}
      <ul className={classes.list}>
        {[...hard, ...soft].map((one) => (
          <li key={one.stayId}>
            <b>{names.get(one.stayId)}</b>:{' '}
            {[...one.hard, ...one.soft].map(({ message }) => message).join(' ')}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
