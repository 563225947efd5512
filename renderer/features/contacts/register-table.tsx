import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { toHubError } from '#renderer/api/hub-error.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import classes from '../visits/visits.module.css'

/** A register as a table with its states: on the way, refused, empty. */
export function RegisterTable({
  label,
  heads,
  isPending,
  error,
  isEmpty,
  none,
  children,
}: {
  label: string
  heads: readonly string[]
  isPending: boolean
  error: unknown
  isEmpty: boolean
  none: string
  children: ReactNode
}) {
  if (error) return <p role="alert">{toHubError(error).message}</p>
  if (isPending) return <output>Đang tải…</output>
  if (isEmpty) return <EmptyState title={none} />
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

/** Asks for the next page of a register where there is one. */
export function MoreRows({
  list,
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}) {
  if (!list.hasNextPage) return null
  return (
    <Button
      variant="subtle"
      fullWidth
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      Xem thêm
    </Button>
  )
}
