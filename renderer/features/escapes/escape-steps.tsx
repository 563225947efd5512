import { Button } from '@mantine/core'
import { IconFilePlus, IconPrinter, IconSend } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { EscapeDetail, EscapeNotice, EscapePaper } from '#domain/contract/escape-shapes.ts'
import type { EscapeForm } from '#domain/documents/escape-paper.ts'
import type { DutyCode } from '#domain/law/duties.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MakeDocument } from '#renderer/features/documents/make-document.tsx'
import { lawSentences } from '#renderer/features/escapes/escape-words.ts'
import { ESCAPE_TIME, NO_SEARCH } from '#renderer/features/escapes/law-lines.tsx'
import { Step } from '#renderer/features/escapes/step.tsx'
import type { PapersWork } from '#renderer/features/escapes/use-papers-work.ts'
import { SentForm } from '#renderer/features/incidents/sent-form.tsx'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { formatNumber } from '#ui/format.ts'
import classes from './escapes.module.css'

interface EscapeStepsProps {
  incidentId: string
  /** Everybody whose escape counts. */
  people: readonly EscapeDetail[]
  papers: readonly EscapePaper[]
  notices: readonly EscapeNotice[]
  mayTell: boolean
  owed: Readonly<Partial<Record<EscapeForm, number>>>
  work: PapersWork
}

const SEARCH_DUTIES: ReadonlySet<DutyCode> = new Set(['INC-02', 'INC-03', 'INC-08'])
const ICON = { size: 14, stroke: 1.75, 'aria-hidden': true } as const
const WORDS: Record<EscapeForm, string> = {
  'search-sheet': 'phiếu ảnh',
  'search-decision': 'quyết định',
  'escape-notice': 'thông báo',
}

/** What is to be done after an escape, in the order of the first hours: each with its hour, its papers and its acts. */
export function EscapeSteps({ incidentId, people, papers, notices, mayTell, owed, work }: EscapeStepsProps) {
  const desk = useDesk()
  const now = useHubNow()
  const { history } = useRouter()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState<EscapeForm | null>(null)
  const [sending, setSending] = useState<readonly EscapeNotice[]>([])
  const may = desk?.permissions ?? []
  const [first] = people
  const only = people.length === 1 ? first : undefined
  if (!first) return null
  const mayMake = (form: EscapeForm) =>
    may.includes(form === 'search-sheet' ? 'custody.record' : 'documents.make')
  const of = (form: EscapeForm) => papers.filter((paper) => paper.form === form)
  const counting = new Set(people.map(({ stayId }) => stayId))
  // Nobody is told of an escape that was none.
  const steps = [
    ...Map.groupBy(
      notices.filter(({ stayId }) => stayId === null || counting.has(stayId)),
      ({ step }) => step,
    ).values(),
  ]
  const searches = new Map(
    people.flatMap(({ search }) => (search === null ? [] : [[search.rule, search] as const])),
  )
  const searchDue = earliest(
    people.flatMap(({ due }) => due.flatMap(({ duty, dueAt }) => (SEARCH_DUTIES.has(duty) ? dueAt : []))),
  )
  const laws = new Map(people.flatMap(({ told: all }) => all.map((one) => [one.rule, one] as const)))
  // Each rule stands once: where the head decides, or where a notice is sent.
  const said = new Set([...notices.map(({ rule }) => rule), ...searches.keys()])
  const others = lawSentences(
    { search: null, told: [...laws.values()].filter(({ rule }) => !said.has(rule)) },
    first.escapedAt,
  )

  function stateOf(form: EscapeForm) {
    const made = new Set(of(form).map(({ escapeId }) => escapeId)).size
    if (made === 0) return 'chưa lập'
    const [last] = of(form).toReversed()
    return only && last
      ? `số ${last.number}`
      : `${formatNumber(made)} trên ${formatNumber(people.length)} người`
  }

  /** Makes what is owed and opens or prints what there is. */
  function actsOf(form: EscapeForm) {
    const count = owed[form] ?? 0
    const made = of(form)
    const last = made.at(-1)
    const canMake = mayMake(form)
    return (
      <>
        {canMake && count > 0 && (
          <Button
            size="xs"
            leftSection={<IconFilePlus {...ICON} />}
            disabled={work.isRunning}
            onClick={() => (only && form !== 'search-sheet' ? setAsking(form) : work.begin({ form }))}
          >
            {only ? `Lập ${WORDS[form]}` : `Lập ${WORDS[form]} cho ${formatNumber(count)} người`}
          </Button>
        )}
        {!canMake && count > 0 && <span className={classes.dim}>chờ tổ vụ việc hoặc Trưởng cơ sở lập</span>}
        {only?.standing === 'away' && last && form === 'search-sheet' && canMake && (
          <Button
            size="xs"
            variant="subtle"
            disabled={work.isRunning}
            onClick={() => work.begin({ form, escapeId: only.id })}
          >
            Lập lại theo hồ sơ mới
          </Button>
        )}
        {last && may.includes('documents.read') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPrinter {...ICON} />}
            onClick={() =>
              history.push(
                only ? `/in/document/${last.id}` : `/in/giay-to-bo-tron?vu=${incidentId}&mau=${form}`,
              )
            }
          >
            {only ? `Mở ${WORDS[form]}` : `In ${WORDS[form]}`}
          </Button>
        )}
      </>
    )
  }

  function closeSent() {
    setSending([])
    // Somebody else may have told of some of them meanwhile.
    void queryClient.invalidateQueries({ queryKey: api.escapes.key() })
  }

  const [told] = sending
  return (
    <>
      <ol className={classes.steps} aria-label="Việc phải làm theo quy định">
        <Step
          title="Phiếu ảnh truy tìm"
          source="INC-09, ghi những gì Mẫu số 43 hỏi đến"
          now={now}
          isDone={(owed['search-sheet'] ?? 0) === 0}
          state={stateOf('search-sheet')}
        >
          {actsOf('search-sheet')}
        </Step>
        {[...searches.values()].map((search, index) => (
          <Step
            key={search.rule}
            title={`${search.issuer}${search.form === null ? '' : ` (${search.form})`}`}
            source={`${search.rule}, ${search.article}${search.note === null ? '' : `. ${search.note}`}`}
            isUnsettled={search.confidence === 'unsettled'}
            now={now}
            dueAt={search.isOurs && !search.isOptional ? searchDue : null}
            isDone={
              search.isOurs &&
              !search.isOptional &&
              of('search-decision').length > 0 &&
              owed['search-decision'] === 0
            }
            state={search.isOurs && index === 0 ? stateOf('search-decision') : null}
          >
            {search.isOurs && index === 0 && actsOf('search-decision')}
          </Step>
        ))}
        {steps.map((ofStep, index) => {
          const open = ofStep.filter(({ sentAt }) => sentAt === null)
          const law = laws.get(ofStep[0]?.rule ?? '')
          return (
            <Step
              key={ofStep[0]?.step}
              title={`Thông báo ${ofStep[0]?.toWhom ?? ''}`}
              source={law ? `${law.rule}, ${law.article}` : ''}
              now={now}
              dueAt={earliest(open.flatMap(({ dueAt }) => dueAt ?? []))}
              isDone={open.length === 0}
              state={[stateOf('escape-notice'), sentText(ofStep)].join(', ')}
            >
              {index === 0 && actsOf('escape-notice')}
              {mayTell && open.length > 0 && (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconSend {...ICON} />}
                  disabled={work.isRunning}
                  onClick={() => setSending(open)}
                >
                  {only ? 'Ghi đã gửi' : `Ghi đã gửi cho ${formatNumber(open.length)} người`}
                </Button>
              )}
            </Step>
          )
        })}
        {others.map(({ text, source }) => (
          <Step key={text} title={text} source={source} now={now} />
        ))}
        {people.some(({ search }) => search === null) && <Step {...NO_SEARCH} now={now} />}
        <Step {...ESCAPE_TIME} now={now} />
      </ol>
      {work.jobId !== null && (!only || work.hasFailed) && (
        <JobCard
          key={work.jobId}
          jobId={work.jobId}
          title={`Lập ${WORDS[work.form]}`}
          unit="bản"
          result={({ done }) => `Đã lập ${formatNumber(done)} bản.`}
        />
      )}
      {work.problem && (
        <p role="alert" className={classes.refusal}>
          {work.problem}
        </p>
      )}
      <Dialog opened={asking !== null} onClose={() => setAsking(null)} title="Lập văn bản" size={680}>
        {asking && desk && only && (
          <MakeDocument
            stayId={only.stayId}
            today={dayOf(desk.now())}
            form={asking}
            onLeave={() => setAsking(null)}
            onMade={(id) => history.push(`/in/document/${id}`)}
          />
        )}
      </Dialog>
      <Dialog
        opened={told !== undefined}
        onClose={closeSent}
        title={`Đã gửi${only ? '' : ` cho ${formatNumber(sending.length)} người`}: ${told?.toWhom ?? ''}`}
        size={640}
      >
        {told && (
          <SentForm
            incidentId={incidentId}
            notices={sending.map(({ id, version, stayId }) => ({
              id,
              version,
              paperNumber: numberOf(papers, people, stayId),
            }))}
            onDone={closeSent}
          />
        )}
      </Dialog>
    </>
  )
}

function earliest(moments: readonly string[]): string | null {
  return moments.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null
}

function sentText(notices: readonly EscapeNotice[]): string {
  const sent = notices.flatMap(({ sentAt }) => sentAt ?? [])
  if (sent.length === 0) return 'chưa gửi'
  if (notices.length === 1) return `gửi lúc ${formatInstant(sent[0] ?? '')}`
  return `đã gửi ${formatNumber(sent.length)} trên ${formatNumber(notices.length)}`
}

/** The number of the newest notice made for somebody. */
function numberOf(
  papers: readonly EscapePaper[],
  people: readonly EscapeDetail[],
  stayId: string | null,
): string | null {
  const escape = people.find((one) => one.stayId === stayId)
  return papers.findLast((one) => one.escapeId === escape?.id && one.form === 'escape-notice')?.number ?? null
}
