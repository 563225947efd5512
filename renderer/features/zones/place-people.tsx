import { Button, Group, SegmentedControl } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { BedChooser } from '#renderer/features/zones/bed-chooser.tsx'
import { offerUndo } from '#renderer/features/zones/offer-undo.ts'
import {
  chooseBed,
  commitLabel,
  problemsByStay,
  readyLines,
  unexplainedLines,
  type DraftLine,
} from '#renderer/features/zones/placement-draft.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { DraftLines } from './placement-lines.tsx'
import { SoftReason } from './soft-reason.tsx'
import classes from './zones.module.css'

export interface PlacePeopleProps {
  /** Whom to place or move; null closes the dialog. */
  stayIds: readonly string[] | null
  /** Proposes beds of this zone only; null = of all. */
  zoneId: string | null
  /** Begins with this bed for one person, whatever would be proposed. */
  bedId?: string | null
  /** Offers no bed of this place, which is about to be closed. */
  closingId?: string | null
  onClose: () => void
}

/** Places or moves people: a bed is proposed for each, adjusted where needed, and all are written as one act. */
export function PlacePeople({ stayIds, zoneId, bedId = null, closingId = null, onClose }: PlacePeopleProps) {
  const isOpen = stayIds !== null && stayIds.length > 0
  return (
    <Dialog
      opened={isOpen}
      onClose={onClose}
      title={stayIds?.length === 1 ? 'Chọn giường' : `Xếp giường ${stayIds?.length ?? 0} người`}
      size={1080}
    >
      {isOpen && (
        <Proposal
          key={stayIds.join()}
          stayIds={stayIds}
          zoneId={zoneId}
          bedId={bedId}
          closingId={closingId}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

interface ProposalProps {
  stayIds: readonly string[]
  zoneId: string | null
  bedId: string | null
  closingId: string | null
  onClose: () => void
}

function Proposal({ stayIds, zoneId, bedId, closingId, onClose }: ProposalProps) {
  const proposal = useQuery(
    api.placement.propose.queryOptions({
      input: { stayIds: [...stayIds], zoneId, closingId },
      gcTime: 0,
      staleTime: Infinity,
    }),
  )
  const [stayId = ''] = stayIds
  const wanted = useQuery(
    api.placement.beds.queryOptions({ input: { stayId, bedId }, enabled: bedId !== null, gcTime: 0 }),
  )
  if (proposal.isError) {
    return (
      <ErrorState
        title="Chưa tìm được giường"
        sentence={toHubError(proposal.error).message}
        onRetry={() => void proposal.refetch()}
      />
    )
  }
  if (!proposal.data || (bedId !== null && wanted.isPending)) {
    return <output>Đang tìm giường phù hợp…</output>
  }
  const bed = wanted.data?.beds[0]
  const start = proposal.data.lines.map((line): DraftLine => ({
    ...line,
    ...(bed ? { bed: bed.allowed ? bed : null, why: bed.hard[0]?.message ?? '' } : {}),
    eventId: crypto.randomUUID(),
    reason: '',
  }))
  return <Draft start={start} zoneId={zoneId} closingId={closingId} onClose={onClose} />
}

function Draft({
  start,
  zoneId,
  closingId,
  onClose,
}: {
  start: DraftLine[]
  zoneId: string | null
  closingId: string | null
  onClose: () => void
}) {
  const desk = useDesk()
  const now = useHubNow()
  const queryClient = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const [lines, setLines] = useState(start)
  const [activeId, setActiveId] = useState(start[0]?.person.stayId ?? '')
  const [isLate, setIsLate] = useState(false)
  const [at, setAt] = useState<Instant | null>(null)
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())
  const may = (permission: 'custody.place' | 'custody.correct') =>
    desk?.permissions.includes(permission) ?? false
  const ready = readyLines(lines)
  const unexplained = unexplainedLines(lines)
  const active = lines.find(({ person }) => person.stayId === activeId) ?? lines[0]
  const commit = useMutation({
    mutationFn: async (sent: readonly DraftLine[]) => {
      const input = {
        placements: sent.map(({ person, eventId, bed, reason }) => ({
          eventId,
          stayId: person.stayId,
          bedId: bed?.bedId ?? '',
          reason: reason.trim() === '' ? null : reason,
        })),
        at: isLate ? at : null,
      }
      const options = { context: { key } }
      return may('custody.place')
        ? hub.placement.place(input, options)
        : hub.placement.placeFirst(input, options)
    },
    onSuccess: async ({ events }) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: api.placement.key() }),
        queryClient.invalidateQueries({ queryKey: api.places.key() }),
      ])
      offerUndo(`${doneText(lines)}.`, events, may('custody.correct'))
      onClose()
    },
    onError: (error, sent) => {
      const found = problemsByStay(toHubError(error), sent)
      setProblems(found)
      const [first] = found.keys()
      if (first !== undefined) setActiveId(first)
      void queryClient.invalidateQueries({ queryKey: api.placement.beds.key() })
    },
  })

  function choose(next: DraftLine[]) {
    setLines(next)
    const rest = new Map(problems)
    rest.delete(activeId)
    setProblems(rest)
  }

  if (!active) return null
  const promised = new Map(
    lines.flatMap(({ person, bed }) =>
      bed && person.stayId !== active.person.stayId ? [[bed.bedId, person.name] as const] : [],
    ),
  )
  const missingTime = isLate && at === null
  return (
    <>
      <div className={classes.draft} data-single={lines.length === 1 || undefined}>
        <DraftLines
          lines={lines}
          activeId={active.person.stayId}
          problems={problems}
          onActive={setActiveId}
        />
        <div className={classes.draftBeds}>
          {active.bed && active.bed.soft.length > 0 && (
            <SoftReason
              line={active}
              count={lines.length}
              onChange={(reason) =>
                setLines(
                  lines.map((line) =>
                    line.person.stayId === active.person.stayId ? { ...line, reason } : line,
                  ),
                )
              }
              onSpread={() =>
                setLines(
                  lines.map((line) =>
                    line.bed && line.bed.soft.length > 0 && line.reason.trim() === ''
                      ? { ...line, reason: active.reason }
                      : line,
                  ),
                )
              }
            />
          )}
          <BedChooser
            key={active.person.stayId}
            person={active.person}
            zoneId={zoneId}
            closingId={closingId}
            chosenBedId={active.bed?.bedId ?? null}
            promised={promised}
            onChoose={(bed) => choose(chooseBed(lines, active.person.stayId, bed))}
          />
        </div>
      </div>
      {commit.isError && (
        <p className={classes.problem} role="alert">
          {toHubError(commit.error).message}
        </p>
      )}
      <Group justify="space-between" gap="sm" mt="md">
        <Group gap="sm">
          <SegmentedControl
            aria-label="Thời điểm"
            size="xs"
            data={[
              { value: 'now', label: 'Bây giờ' },
              { value: 'late', label: 'Lúc khác' },
            ]}
            value={isLate ? 'late' : 'now'}
            onChange={(value) => setIsLate(value === 'late')}
          />
          {isLate && <MomentField label="Thời điểm" now={now} value={at} onChange={setAt} />}
        </Group>
        <Group gap="sm">
          <span className={classes.dim}>
            {unexplained.length > 0
              ? `còn ${unexplained.length} người cần ghi lý do`
              : ready.length < lines.length &&
                `${lines.length - ready.length} người chưa có giường, chưa xếp lần này`}
          </span>
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
          <Button
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the draft comes after the dialog took the focus
            autoFocus
            loading={commit.isPending}
            disabled={ready.length === 0 || unexplained.length > 0 || missingTime}
            onClick={() => commit.mutate(ready)}
          >
            {ready.length === 0 ? 'Chưa có giường nào' : commitLabel(lines)}
          </Button>
        </Group>
      </Group>
    </>
  )
}

function doneText(lines: readonly DraftLine[]): string {
  return `Đã ${commitLabel(lines).replace(/^./, (letter) => letter.toLowerCase())}`
}
