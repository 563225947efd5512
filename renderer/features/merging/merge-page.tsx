import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { ComparePeople } from '#renderer/features/merging/compare-people.tsx'
import { FindDuplicate } from '#renderer/features/merging/find-duplicate.tsx'
import { personHref } from '#renderer/features/people/person-words.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'

/** Two records of one person become one: find the other, compare, choose what stays. */
export function MergePage() {
  const params: { personId?: string } = useParams({ strict: false })
  const personId = params.personId ?? ''
  const desk = useDesk()
  const [values, setValues] = useUrlFilters(['voi'])
  const otherId = values['voi']?.[0] ?? null
  const mayMerge = desk?.permissions.includes('people.merge') ?? false
  const person = useQuery(api.people.get.queryOptions({ input: { id: personId } }))
  const other = useQuery({
    ...api.people.get.queryOptions({ input: { id: otherId ?? '' } }),
    enabled: otherId !== null && mayMerge,
  })
  if (person.isPending) return <PagePending />
  const failed = person.error ?? (otherId === null ? null : other.error)
  if (failed || !person.data) {
    return (
      <ErrorState
        title="Chưa mở được hồ sơ"
        sentence={failed ? toHubError(failed).message : 'Tải lại trang rồi thử lại.'}
        onRetry={() => void Promise.all([person.refetch(), other.refetch()])}
      />
    )
  }
  const file = person.data
  return (
    <>
      <PageHeader
        title="Gộp hồ sơ trùng"
        back={{ href: personHref(file.id), label: file.name }}
        note="Hai hồ sơ của cùng một người thành một; gộp nhầm thì tách lại được."
      />
      {!mayMerge ? (
        <EmptyState title="Vai trò của bạn không gộp hồ sơ">
          Báo bộ phận tiếp nhận hoặc trưởng cơ sở hai hồ sơ nào bị trùng.
        </EmptyState>
      ) : otherId === null ? (
        <FindDuplicate file={file} onChoose={(id) => setValues({ voi: [id] })} />
      ) : other.data ? (
        <ComparePeople key={otherId} begun={file} found={other.data} onBack={() => setValues({})} />
      ) : (
        <PagePending />
      )}
    </>
  )
}
