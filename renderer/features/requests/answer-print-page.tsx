import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { formatDay } from '#domain/time/day.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './requests.module.css'

/** The answer to a request as an official letter (NĐ 30/2020/NĐ-CP). */
export function AnswerPrintPage() {
  const { requestId = '' } = useParams({ strict: false }) as { requestId?: string }
  const loaded = useQuery(api.requests.document.queryOptions({ input: { id: requestId } }))
  if (loaded.isPending) return <PagePending />
  if (loaded.error) {
    return <ErrorState title="Chưa lập được bản in" sentence={toHubError(loaded.error).message} />
  }
  const letter = loaded.data
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title={`Trả lời số ${letter.number}`}
          back={{ href: `/don/${requestId}`, label: `Đơn số ${letter.requestNumber}` }}
          acts={<PrintActs act="In trả lời" fileName={`Tra loi ${letter.number}`} />}
        />
      </div>
      <article className={classes.letter}>
        <div className={classes.letterHead}>
          <p>{letter.superiorBody?.toLocaleUpperCase('vi')}</p>
          <p className={classes.motto}>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
          <p className={classes.motto}>{letter.centre.toLocaleUpperCase('vi')}</p>
          <p className={classes.motto}>Độc lập - Tự do - Hạnh phúc</p>
          <p>Số: {letter.number}</p>
          <p className={classes.day}>{letter.place}</p>
        </div>
        <h2>Kính gửi: {letter.to}</h2>
        <p className={classes.letterBody}>
          {letter.centre} nhận được {letter.subject} ngày {formatDay(letter.receivedOn)} (số sổ{' '}
          {letter.requestNumber}) và trả lời như sau:
        </p>
        <p className={classes.letterBody}>{letter.answer}</p>
        <div className={classes.foot}>
          <p className={classes.copies}>
            <b>Nơi nhận:</b>
            <br />- Như trên;
            <br />- Lưu: VT, sổ đơn.
          </p>
          <div className={classes.sign}>
            <p className={classes.motto}>{letter.headTitle.toLocaleUpperCase('vi')}</p>
            <p className={classes.signName}>{letter.headName}</p>
          </div>
        </div>
      </article>
    </>
  )
}
