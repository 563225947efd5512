import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import classes from '#renderer/features/people/print-page.module.css'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'

/** The list of moves as it is carried through the zone: who goes from where to where, with a box to tick. */
export function ReshufflePrintPage() {
  const { zoneId = '', draftId = '' } = useParams({ strict: false }) as { zoneId?: string; draftId?: string }
  const desk = useDesk()
  const loaded = useQuery(api.reshuffle.get.queryOptions({ input: { id: draftId } }))
  if (loaded.isPending) return <PagePending />
  if (loaded.error) {
    return <ErrorState title="Chưa lập được bản in" sentence={toHubError(loaded.error).message} />
  }
  const { draft, lines } = loaded.data
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Bản in danh sách chuyển"
          back={{ href: `/khu/${zoneId}/sap-xep/${draftId}`, label: draft.name }}
          acts={<PrintActs act={`In ${lines.length} dòng`} fileName={`Danh sách chuyển ${draft.name}`} />}
        />
      </div>
      <div className={classes.sheet}>
        <p className={classes.centre}>{desk?.centreName}</p>
        <h2 className={classes.title}>DANH SÁCH CHUYỂN GIƯỜNG – {draft.zoneName.toLocaleUpperCase('vi')}</h2>
        <p className={classes.note}>
          {draft.name} · {draft.reason}
          {desk && ` · Lập lúc ${formatInstant(desk.now())} · ${desk.userName}`}
        </p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>STT</th>
              <th>Họ và tên</th>
              <th>Năm sinh</th>
              <th>Từ giường</th>
              <th>Đến giường</th>
              <th>Đã chuyển</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.stayId}>
                <td>{index + 1}</td>
                <td className={classes.name}>{line.name}</td>
                <td>{line.birthOn?.slice(0, 4)}</td>
                <td>{line.fromCode}</td>
                <td>{line.toCode}</td>
                <td>☐</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
