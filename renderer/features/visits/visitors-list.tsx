import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RegistryVisitor } from '#domain/contract/visit-shapes.ts'
import { IDENTITY_KIND_LABELS } from '#domain/identity/identity-kinds.ts'
import { RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'

const PAGE = 50

/** Everybody in the register of visitors, with shutting out for the head. */
export function VisitorsList() {
  const desk = useDesk()
  const mayBan = desk?.permissions.includes('contacts.approve') ?? false
  const [values, setValues] = useUrlFilters(['cam'])
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text, 200)
  const [banning, setBanning] = useState<RegistryVisitor | null>(null)
  const banned = values['cam']?.[0] === 'co'
  const list = useInfiniteQuery({
    ...api.visits.visitors.infiniteOptions({
      input: (cursor: string | null) => ({ words, banned, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được sổ người thăm')
  const columns: readonly ListColumn<RegistryVisitor>[] = [
    { id: 'name', header: 'Họ và tên', minWidth: 170, grow: 1, cell: (row) => row.name },
    { id: 'birth', header: 'Năm sinh', minWidth: 80, yields: 3, cell: (row) => row.birthYear },
    {
      id: 'paper',
      header: 'Giấy tờ',
      minWidth: 190,
      yields: 2,
      cell: ({ paperKind, paperNumber }) =>
        paperNumber === null || paperKind === null ? (
          <ToneChip tone="soon" text="chưa có" />
        ) : (
          <span title={IDENTITY_KIND_LABELS[paperKind]}>{paperNumber}</span>
        ),
    },
    {
      id: 'people',
      header: 'Thăm ai',
      minWidth: 220,
      grow: 1.5,
      cell: ({ people }) =>
        people.map(({ personId, name, relation }, index) => (
          <span key={personId}>
            {index > 0 && ', '}
            <InnerLink href={personHref(personId, 'tham-gap')}>{name}</InnerLink> (
            {RELATION_LABELS[relation].toLowerCase()})
          </span>
        )),
    },
    {
      id: 'ban',
      header: 'Được vào thăm',
      minWidth: 180,
      cell: ({ banReason }) =>
        banReason === null ? (
          <ToneChip quiet tone="ok" text="được" />
        ) : (
          <ToneChip tone="late" text={`cấm: ${banReason}`} />
        ),
    },
    ...(mayBan
      ? [
          {
            id: 'acts',
            header: 'Việc',
            minWidth: 110,
            cell: (row: RegistryVisitor) => (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                aria-label={`${row.banReason === null ? 'Cấm thăm' : 'Bỏ cấm'}: ${row.name}`}
                onClick={() => setBanning(row)}
              >
                {row.banReason === null ? 'Cấm thăm' : 'Bỏ cấm'}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <Panel flush>
      <DataList
        label="Sổ người thăm"
        noun="người thăm"
        columns={columns}
        {...paged}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        filter={{ value: text, onChange: setText, placeholder: 'Tên hoặc số giấy tờ' }}
        chips={
          <FilterChips
            chips={[{ id: 'cam', label: 'Bị cấm', choices: [{ value: 'co', label: 'Chỉ người bị cấm' }] }]}
            values={values}
            onChange={setValues}
          />
        }
        empty={
          <EmptyState title={words === '' && !banned ? 'Chưa có người thăm nào' : 'Không có ai khớp'}>
            Người thăm được ghi khi đăng ký lượt thăm.
          </EmptyState>
        }
      />
      <BanVisitor visitor={banning} onClose={() => setBanning(null)} />
    </Panel>
  )
}

function BanVisitor({ visitor, onClose }: { visitor: RegistryVisitor | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const isBanned = visitor !== null && visitor.banReason === null
  const act = isBanned ? 'Cấm vào thăm' : 'Bỏ cấm'
  const save = useMutation({
    mutationFn: (input: Parameters<typeof hub.visits.setBan>[0]) => hub.visits.setBan(input),
    onSuccess: async () => {
      showNotice(isBanned ? 'Đã cấm người này vào thăm.' : 'Đã bỏ lệnh cấm.')
      await queryClient.invalidateQueries({ queryKey: api.visits.key() })
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={visitor !== null}
      onClose={() => {
        save.reset()
        onClose()
      }}
      title={`${act}: ${visitor?.name ?? ''}?`}
      act={act}
      reason={{ label: 'Lý do', required: true }}
      danger={isBanned}
      busy={save.isPending}
      problem={save.isError && toHubError(save.error).message}
      onConfirm={(reason) => {
        if (visitor) save.mutate({ id: visitor.id, version: visitor.version, isBanned, reason })
      }}
    >
      {isBanned
        ? 'Người này không được đăng ký thăm bất kỳ học viên nào cho đến khi bỏ lệnh cấm.'
        : 'Từ bây giờ người này lại được đăng ký thăm như người khác.'}
    </ConfirmAct>
  )
}
