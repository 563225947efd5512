import { Button, Group, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { formatDay, type Day } from '#domain/time/day.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { MoreRows, RegisterTable } from '#renderer/features/contacts/register-table.tsx'
import type { useRegisterMonth } from '#renderer/features/contacts/use-register.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { Dialog } from '#ui/dialog.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from '../visits/visits.module.css'

interface RegisterRow {
  id: string
  on: Day
  personId: string
  name: string
  zoneName: string | null
}

interface RegisterPanelProps<Row extends RegisterRow> {
  title: string
  /** Name of the table. */
  label: string
  /** Heads after the day and the person. */
  heads: readonly string[]
  /** Said where there is no row. */
  none: string
  /** Whether it is about one person, who then has no column. */
  isOfOne: boolean
  register: ReturnType<typeof useRegisterMonth>
  list: {
    data: { pages: readonly { rows: readonly Row[] }[] } | undefined
    isPending: boolean
    error: unknown
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => Promise<unknown>
  }
  /** Stands under the day. */
  underDay?: (row: Row) => ReactNode
  /** The cells after the day and the person. */
  cells: (row: Row) => ReactNode
  /** What is written down, and the form for it. */
  act: { label: string; width: number; form: (onDone: () => void) => ReactNode }
  /** Above the table. */
  children?: ReactNode
}

/** Brings the line that was asked for before the eye. */
function showRow(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'center' })
}

/** A register of contacts: the month, one row a contact with whose it is, and the form that adds one. */
export function RegisterPanel<Row extends RegisterRow>(props: RegisterPanelProps<Row>) {
  const { isOfOne, register, list, act } = props
  const desk = useDesk()
  const [isAdding, setIsAdding] = useState(false)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const close = () => setIsAdding(false)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const isFar =
    register.wanted !== null &&
    hasNextPage &&
    !isFetchingNextPage &&
    !rows.some(({ id }) => id === register.wanted)
  useEffect(() => {
    if (isFar) void fetchNextPage()
  }, [isFar, fetchNextPage])
  return (
    <Panel
      title={props.title}
      flush
      aside={
        <Group gap="sm" wrap="nowrap">
          {!isOfOne && (
            <Select
              aria-label="Tháng"
              size="xs"
              w={150}
              allowDeselect={false}
              data={register.choices}
              value={register.month}
              onChange={(value) => value !== null && register.setMonth(value)}
            />
          )}
          {desk?.permissions.includes('contacts.edit') && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              {act.label}
            </Button>
          )}
        </Group>
      }
    >
      {props.children}
      <RegisterTable
        label={props.label}
        heads={['Ngày', ...(isOfOne ? [] : ['Học viên']), ...props.heads]}
        isPending={list.isPending}
        error={list.error}
        isEmpty={rows.length === 0}
        none={props.none}
      >
        {rows.map((row) => (
          <tr
            key={row.id}
            ref={row.id === register.wanted ? showRow : undefined}
            aria-current={row.id === register.wanted || undefined}
          >
            <td className={classes.nowrap}>
              {formatDay(row.on)}
              {props.underDay?.(row)}
            </td>
            {!isOfOne && (
              <td>
                <InnerLink href={personHref(row.personId, 'tham-gap')}>{row.name}</InnerLink>
                <div className={classes.dim}>{row.zoneName}</div>
              </td>
            )}
            {props.cells(row)}
          </tr>
        ))}
      </RegisterTable>
      <MoreRows list={list} />
      <Dialog opened={isAdding} onClose={close} title={act.label} size={act.width}>
        {isAdding && act.form(close)}
      </Dialog>
    </Panel>
  )
}
