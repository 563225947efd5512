import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { UserActs } from '#renderer/features/users/user-acts.tsx'
import { UserForm } from '#renderer/features/users/user-form.tsx'
import { roleText } from '#renderer/features/users/user-words.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './users.module.css'

/** One account: who it is, what it may do, and the acts upon it. */
export function UserPage() {
  const { userId } = useParams({ strict: false })
  const desk = useDesk()
  const users = useQuery(api.users.list.queryOptions({ input: {} }))
  if (users.isPending) return <PagePending />
  if (users.error) {
    return (
      <ErrorState
        title="Chưa tải được tài khoản"
        sentence={toHubError(users.error).message}
        onRetry={() => void users.refetch()}
      />
    )
  }
  const user = users.data.users.find((one) => one.id === userId)
  if (!user) {
    return (
      <EmptyState
        title="Không có tài khoản này"
        act={<InnerLink href="/quan-tri/nguoi-dung">Về danh sách người dùng</InnerLink>}
      />
    )
  }
  const mayManage = desk?.permissions.includes('users.manage') ?? false
  return (
    <>
      <PageHeader
        title={user.name}
        note={`${user.login} · ${roleText(user.roles)}`}
        back={{ href: '/quan-tri/nguoi-dung', label: 'Người dùng' }}
      />
      {mayManage ? (
        <div className={classes.columns}>
          <Panel title="Tên và vai trò">
            <UserForm user={user} key={user.id} />
          </Panel>
          <Panel title="Tài khoản">
            <UserActs user={user} />
          </Panel>
        </div>
      ) : (
        <Panel title="Vai trò">{roleText(user.roles)}</Panel>
      )}
    </>
  )
}
