import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { LEDGER_KIND_LABELS, MONEY_WAY_LABELS } from '#domain/deposit/ledger.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './paper.module.css'

/** Places for signatures on a paper. */
export function Signatures({ who }: { who: readonly string[] }) {
  return (
    <div className={classes.signs}>
      {who.map((name) => (
        <div key={name} className={classes.sign}>
          <p className={classes.bold}>{name}</p>
          <p className={classes.small}>(ký, ghi rõ họ tên)</p>
        </div>
      ))}
    </div>
  )
}

/** The head of a paper: who stands above, and the centre. */
export function PaperHead({
  centre,
  right,
}: {
  centre: { name: string; superiorBody: string | null }
  right: string
}) {
  return (
    <div className={classes.head}>
      <div>
        <p>{centre.superiorBody}</p>
        <p className={classes.bold}>{centre.name}</p>
      </div>
      <p className={classes.bold}>{right}</p>
    </div>
  )
}

/** A receipt as it goes on paper, signed by who gave and who took the money. */
export function ReceiptPage() {
  const { moveId } = useParams({ strict: false })
  const paper = useQuery(api.ledger.receipt.queryOptions({ input: { id: moveId ?? '' } }))
  if (paper.isPending) return <PagePending />
  if (paper.error) return <ErrorState title="Chưa mở được phiếu" sentence={toHubError(paper.error).message} />
  const { data } = paper
  const { person, isPayment } = data
  const back = person
    ? { href: personHref(person.personId, 'luu-ky'), label: person.name }
    : { href: '/luu-ky', label: 'Lưu ký – tư trang' }
  const facts: [string, string | null][] = [
    ['Học viên', person && [person.name, person.birthOn?.slice(0, 4)].filter(Boolean).join(', sinh năm ')],
    ['Số hồ sơ', person?.dossierNumber ?? null],
    [
      isPayment ? 'Người nhận tiền' : 'Người gửi tiền',
      data.party ?? (data.way === 'brought' ? (person?.name ?? null) : null),
    ],
    ['Hình thức', data.way && MONEY_WAY_LABELS[data.way]],
    ['Nội dung', [LEDGER_KIND_LABELS[data.kind], data.note].filter(Boolean).join(': ')],
    ['Số tiền', dongText(data.amount)],
    ['Bằng chữ', data.inWords],
    ['Tiền lưu ký còn lại', data.balanceAfter === null ? null : dongText(data.balanceAfter)],
  ]
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title={`Phiếu ${data.receipt}`}
          back={back}
          note={data.isReversed ? 'Khoản này đã hủy bằng bút toán ngược' : undefined}
          acts={
            <Button
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              onClick={() => window.print()}
            >
              In phiếu
            </Button>
          }
        />
      </div>
      <article className={classes.paper}>
        <PaperHead centre={data.centre} right={`Số: ${data.receipt}`} />
        <h2 className={classes.title}>
          {isPayment ? 'PHIẾU CHI LƯU KÝ' : 'PHIẾU THU LƯU KÝ'}
          {data.isReversed && ' (ĐÃ HỦY)'}
        </h2>
        <p className={classes.under}>Ngày {formatDay(dayOf(data.at))}</p>
        <dl className={classes.facts}>
          {facts.map(
            ([label, value]) =>
              value && [<dt key={`${label}-t`}>{label}</dt>, <dd key={`${label}-d`}>{value}</dd>],
          )}
        </dl>
        <Signatures
          who={isPayment ? ['Người nhận tiền', 'Người chi tiền'] : ['Người gửi tiền', 'Người nhận tiền']}
        />
        <p className={classes.small}>
          {data.recordedBy} ghi sổ lúc {formatInstant(data.at)}.
        </p>
      </article>
    </>
  )
}
