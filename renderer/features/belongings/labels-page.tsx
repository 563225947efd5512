import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import classes from '#renderer/features/ledger/paper.module.css'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'

/** Labels of the chosen bags, to be cut out and tied on. */
export function LabelsPage() {
  const [values] = useUrlFilters(['tui'])
  const ids = values['tui'] ?? []
  const labels = useQuery(api.belongings.labels.queryOptions({ input: { bagIds: [...ids] } }))
  if (labels.isPending) return <PagePending />
  if (labels.error)
    return <ErrorState title="Chưa lập được nhãn" sentence={toHubError(labels.error).message} />
  const { bags } = labels.data
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Nhãn túi tư trang"
          back={{ href: '/luu-ky/tui', label: 'Tìm túi' }}
          acts={
            <Button
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              onClick={() => window.print()}
            >
              In {formatNumber(bags.length)} nhãn
            </Button>
          }
        />
      </div>
      <article className={classes.paper}>
        <div className={classes.labels}>
          {bags.map((bag) => (
            <div key={bag.id} className={classes.label}>
              <strong>{bag.sealNumber}</strong>
              <span className={classes.bold}>{bag.name}</span>
              <span>{bag.place ?? 'chưa xếp ô'}</span>
              <span className={classes.small}>niêm phong {formatDay(dayOf(bag.sealedAt))}</span>
            </div>
          ))}
        </div>
      </article>
    </>
  )
}
