import { Button } from '@mantine/core'
import { IconRadar2, IconShieldCheck } from '@tabler/icons-react'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { SWEEP_STATES, type SweepFilter, type SweepLine } from '#domain/contract/sweep.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import { SWEEP_KIND_LABELS, SWEEP_KINDS } from '#domain/placement/sweep-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import { personHref } from '#renderer/features/people/person-words.ts'
import { SweepTimes } from '#renderer/features/sweep/sweep-times.tsx'
import { ZonesNav } from '#renderer/features/zones/zones-nav.tsx'
import { choices } from '#ui/choices.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips, type FilterValues } from '#ui/filter-chips.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './sweep.module.css'

const PAGE = 100
const KEYS = ['tinh-trang', 'loai', 'khu'] as const
const STATE_LABELS: Record<(typeof SWEEP_STATES)[number], string> = {
  new: 'Chưa ai ghi nhận',
  known: 'Đã ghi nhận',
  resolved: 'Đã hết',
}

function filterOf(values: FilterValues): SweepFilter {
  return {
    state: SWEEP_STATES.find((state) => values['tinh-trang']?.[0] === state) ?? null,
    kinds: SWEEP_KINDS.filter((kind) => values['loai']?.includes(kind) ?? false),
    zones: [...(values['khu'] ?? [])],
  }
}

function columnsOf(onAcknowledge: ((row: SweepLine) => void) | null): readonly ListColumn<SweepLine>[] {
  return [
    {
      id: 'kind',
      header: 'Vi phạm',
      minWidth: 240,
      grow: 0.4,
      cell: ({ kind, isHard }) => <ToneChip tone={isHard ? 'late' : 'soon'} text={SWEEP_KIND_LABELS[kind]} />,
    },
    {
      id: 'sentence',
      header: 'Nội dung',
      minWidth: 260,
      grow: 3,
      cell: ({ sentence }) => (
        <span className={`${classes.sentence} ${classes.twoLines ?? ''}`} title={sentence}>
          {sentence}
        </span>
      ),
    },
    { id: 'zone', header: 'Khu', minWidth: 150, yields: 3, cell: ({ zoneName }) => zoneName },
    {
      id: 'first',
      header: 'Thấy từ',
      minWidth: 92,
      yields: 2,
      cell: ({ firstSeenAt }) => formatDay(dayOf(firstSeenAt)),
    },
    {
      id: 'state',
      header: 'Tình trạng',
      minWidth: 190,
      grow: 0.4,
      cell: (row) => {
        if (row.resolvedAt !== null) {
          return <ToneChip tone="ended" text={`Hết ${formatDay(dayOf(row.resolvedAt))}`} />
        }
        if (row.acknowledgedAt !== null) {
          return (
            <span className={classes.sentence} title={row.acknowledgeReason ?? undefined}>
              {row.acknowledgedBy}: {row.acknowledgeReason}
            </span>
          )
        }
        if (!onAcknowledge) return STATE_LABELS.new
        return (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Ghi nhận: ${row.sentence}`}
            onClick={(event) => {
              event.stopPropagation()
              onAcknowledge(row)
            }}
          >
            Ghi nhận…
          </Button>
        )
      },
    },
  ]
}

/** What the nightly sweep found wrong with the beds, with looking again now and accepting a finding for a while. */
export function SweepPage() {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const may = (permission: Permission) => desk?.permissions.includes(permission) ?? false
  const mayPlace = may('custody.place')
  const [isSetting, setIsSetting] = useState(false)
  const [values, setValues] = useUrlFilters(KEYS)
  const filter = filterOf(values)
  const [accepting, setAccepting] = useState<SweepLine | null>(null)
  const summary = useQuery(api.sweep.summary.queryOptions({ input: {} }))
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const list = useInfiniteQuery({
    ...api.sweep.list.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const run = useMutation({
    mutationFn: () => hub.sweep.run({}),
    onSuccess: async ({ found, opened, resolved }) => {
      showNotice(`Rà soát xong: ${found} vi phạm, ${opened} mới, ${resolved} đã hết.`)
      await queryClient.invalidateQueries({ queryKey: api.sweep.key() })
    },
    onError: (error) => showNotice(toHubError(error).message),
  })
  const accept = useMutation({
    mutationFn: (input: { id: string; version: number; reason: string }) => hub.sweep.acknowledge(input),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.sweep.key() })
      setAccepting(null)
    },
  })
  const paged = pagedList(list, 'Chưa tải được kết quả rà soát')
  const total = list.data?.pages[0]?.total
  const last = summary.data?.last
  const isFiltered = filter.state !== null || filter.kinds.length + filter.zones.length > 0
  return (
    <>
      <PageHeader
        title="Rà soát chỗ ở"
        note={
          summary.data &&
          [
            last ? `Lần cuối ${formatInstant(last.at)} (${last.by})` : 'Chưa rà soát lần nào',
            `máy chủ tự rà soát lúc ${summary.data.time} hằng đêm`,
            `ra ngoài từ ${summary.data.outDays} ngày còn giữ giường thì báo (mức của cơ sở, chưa có văn bản quy định rõ)`,
          ].join(' · ')
        }
        acts={
          <>
            {may('exports.run') && <ExportButton onExport={() => hub.sweep.export(filter)} />}
            {may('centre.edit') && summary.data && (
              <Button variant="default" onClick={() => setIsSetting(true)}>
                Giờ rà soát
              </Button>
            )}
            {mayPlace && (
              <Button
                leftSection={<IconRadar2 size={16} stroke={1.75} aria-hidden />}
                loading={run.isPending}
                onClick={() => run.mutate()}
              >
                Rà soát ngay
              </Button>
            )}
          </>
        }
      />
      <ZonesNav />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Vi phạm chỗ ở"
            noun="vi phạm"
            columns={columnsOf(mayPlace ? setAccepting : null)}
            {...paged}
            rowHeight={48}
            rowId={(row) => row.id}
            rowLabel={(row) => row.sentence}
            {...(total === undefined ? {} : { total })}
            chips={
              <FilterChips
                chips={[
                  {
                    id: 'tinh-trang',
                    label: 'Tình trạng',
                    choices: choices(SWEEP_STATES, STATE_LABELS),
                  },
                  {
                    id: 'loai',
                    label: 'Vi phạm',
                    choices: choices(SWEEP_KINDS, SWEEP_KIND_LABELS),
                  },
                  {
                    id: 'khu',
                    label: 'Khu',
                    choices: (zones.data?.zones ?? []).map(({ id, name }) => ({ value: id, label: name })),
                  },
                ]}
                values={values}
                onChange={setValues}
              />
            }
            onOpen={(row) => history.push(personHref(row.personId))}
            empty={
              isFiltered ? (
                <EmptyState title="Không có vi phạm nào khớp bộ lọc">Bỏ bớt bộ lọc.</EmptyState>
              ) : (
                <EmptyState icon={IconShieldCheck} title="Không có vi phạm nào về chỗ ở">
                  {last
                    ? 'Mọi giường đang có người đều đúng quy định xếp chỗ.'
                    : 'Bấm “Rà soát ngay” để xem.'}
                </EmptyState>
              )
            }
          />
        </Panel>
      </div>
      <Dialog opened={isSetting} onClose={() => setIsSetting(false)} title="Giờ rà soát chỗ ở" size={560}>
        {isSetting && summary.data && (
          <SweepTimes
            times={{ time: summary.data.time, outDays: summary.data.outDays }}
            onDone={() => setIsSetting(false)}
          />
        )}
      </Dialog>
      <ConfirmAct
        opened={accepting !== null}
        onClose={() => setAccepting(null)}
        title="Ghi nhận vi phạm này?"
        act="Ghi nhận"
        reason={{ label: 'Vì sao tạm để như vậy', required: true }}
        busy={accept.isPending}
        problem={accept.isError && toHubError(accept.error).message}
        onConfirm={(reason) => {
          if (accepting) accept.mutate({ id: accepting.id, version: accepting.version, reason })
        }}
      >
        {accepting?.sentence} Vi phạm vẫn được theo dõi và tự đóng khi không còn.
      </ConfirmAct>
    </>
  )
}
