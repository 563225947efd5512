import { Button } from '@mantine/core'
import { IconTable, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { UserLine } from '#domain/contract/users.ts'
import { ROLE_LABELS, ROLES } from '#domain/permissions/roles.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { roleText, userHref } from '#renderer/features/users/user-words.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatMoment } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './users.module.css'

function columnsAt(now: string): readonly ListColumn<UserLine>[] {
  return [
    {
      id: 'name',
      header: 'Họ và tên',
      minWidth: 160,
      grow: 1.4,
      cell: (user) => (
        <InnerLink href={userHref(user.id)} className={classes.link}>
          {user.name}
        </InnerLink>
      ),
    },
    { id: 'login', header: 'Tên đăng nhập', minWidth: 110, grow: 1, cell: (user) => user.login },
    {
      id: 'roles',
      header: 'Vai trò',
      minWidth: 160,
      grow: 1.6,
      cell: (user) => <span title={roleText(user.roles)}>{roleText(user.roles)}</span>,
    },
    {
      id: 'state',
      header: 'Trạng thái',
      minWidth: 150,
      cell: (user) =>
        user.state === 'disabled' ? (
          <ToneChip tone="ended" text="Đã khóa" />
        ) : user.mustChangePassword ? (
          <ToneChip tone="soon" text="Chờ đổi mật khẩu" />
        ) : (
          <ToneChip tone="ok" text="Đang dùng" quiet />
        ),
    },
    {
      id: 'sessions',
      header: 'Phiên mở',
      minWidth: 84,
      align: 'right',
      yields: 2,
      cell: (user) => user.openSessions,
    },
    {
      id: 'seen',
      header: 'Hoạt động lần cuối',
      minWidth: 150,
      yields: 1,
      cell: (user) => (user.lastSeenAt ? formatMoment(user.lastSeenAt, now) : 'chưa đăng nhập'),
    },
  ]
}

function fold(text: string): string {
  return text.toLocaleLowerCase('vi').normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd')
}

/** Every account of the centre. */
export function UsersPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [text, setText] = useState('')
  const [filters, setFilters] = useUrlFilters(['vai-tro', 'trang-thai'])
  const users = useQuery(api.users.list.queryOptions({ input: {} }))
  const mayManage = desk?.permissions.includes('users.manage') ?? false
  const all = users.data?.users ?? []
  const shown = all.filter(
    (user) =>
      fold(`${user.name} ${user.login}`).includes(fold(text.trim())) &&
      (filters['vai-tro'] === undefined || user.roles.some((role) => filters['vai-tro']?.includes(role))) &&
      (filters['trang-thai'] === undefined || filters['trang-thai'].includes(user.state)),
  )
  const problem = users.error && toHubError(users.error)
  return (
    <>
      <PageHeader
        title="Người dùng"
        acts={
          <>
            <Button
              variant="default"
              leftSection={<IconTable size={16} stroke={1.75} aria-hidden />}
              onClick={() => history.push('/quan-tri/vai-tro')}
            >
              Bảng quyền
            </Button>
            {mayManage && (
              <Button
                leftSection={<IconUserPlus size={16} stroke={1.75} aria-hidden />}
                onClick={() => history.push('/quan-tri/nguoi-dung/them')}
              >
                Thêm tài khoản
              </Button>
            )}
          </>
        }
      />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Danh sách tài khoản"
            noun="tài khoản"
            columns={columnsAt(desk?.now() ?? '')}
            rows={shown}
            rowId={(user) => user.id}
            rowLabel={(user) => user.name}
            total={shown.length}
            status={users.isPending ? 'loading' : problem ? 'error' : 'ready'}
            error={
              problem && (
                <ErrorState
                  title="Chưa tải được danh sách tài khoản"
                  sentence={problem.message}
                  onRetry={() => void users.refetch()}
                />
              )
            }
            filter={{ value: text, onChange: setText, placeholder: 'Lọc theo tên' }}
            chips={
              <FilterChips
                chips={[
                  {
                    id: 'vai-tro',
                    label: 'Vai trò',
                    choices: ROLES.map((role) => ({
                      value: role,
                      label: ROLE_LABELS[role],
                      count: all.filter((user) => user.roles.includes(role)).length,
                    })),
                  },
                  {
                    id: 'trang-thai',
                    label: 'Trạng thái',
                    choices: [
                      { value: 'active', label: 'Đang dùng' },
                      { value: 'disabled', label: 'Đã khóa' },
                    ],
                  },
                ]}
                values={filters}
                onChange={setFilters}
              />
            }
            onOpen={(user) => history.push(userHref(user.id))}
            empty={
              <EmptyState title="Không có tài khoản nào khớp">
                Bỏ bớt bộ lọc hoặc sửa chữ đang lọc.
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  )
}
