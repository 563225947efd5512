import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { INCIDENT_KINDS, INCIDENT_ORIGINS, type IncidentOrigin } from '#domain/incidents/incident-kinds.ts'
import { api } from '#renderer/api/client.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useDraft } from '#renderer/features/people/use-draft.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { newReport, readReport, reportDraftForm, withPerson, type ReportDraft } from './report-draft.ts'
import { ReportForm } from './report-form.tsx'
import { UnfinishedReports } from './unfinished-reports.tsx'

/** What another page tells the report: `?loai=contraband&nguoi=<person>&nguon=parcel&tu=<parcel>&khu=<zone>`. */
type Given = Readonly<Record<string, unknown>>

/** Where things of these books are noticed; of the others, where the person lives is likelier. */
const PLACES: Partial<Record<IncidentOrigin, string>> = {
  visit: 'Phòng thăm gặp',
  parcel: 'Phòng nhận quà',
  outing: 'Ngoài cơ sở',
}

function textIn(given: Given, key: string): string | null {
  const value = given[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** `/vu-viec/bao`: a fresh report under an address of its own, so that reloading finds what was typed. */
export function NewReportPage() {
  const { history } = useRouter()
  useEffect(() => {
    history.replace(`/vu-viec/bao/${crypto.randomUUID()}${window.location.search}`)
  }, [history])
  return <PagePending />
}

/** `/vu-viec/bao/<id>`: the first report of an incident. */
export function ReportPage() {
  const { reportId = '' }: { reportId?: string } = useParams({ strict: false })
  return (
    <>
      <PageHeader
        title="Báo vụ việc"
        back={{ href: '/vu-viec', label: 'Vụ việc' }}
        note={<UnfinishedReports current={reportId} />}
      />
      <ReportDesk key={reportId} reportId={reportId} />
    </>
  )
}

function ReportDesk({ reportId }: { reportId: string }) {
  const now = useHubNow()
  const given: Given = useSearch({ strict: false })
  const draft = useDraft(reportDraftForm(reportId), readReport)
  const personId = textIn(given, 'nguoi')
  const person = useQuery({
    ...api.people.get.queryOptions({ input: { id: personId ?? '' } }),
    enabled: personId !== null,
  })
  const zones = useQuery({ ...api.places.zones.queryOptions({ input: {} }), enabled: personId !== null })
  const isWaiting = personId !== null && (person.isPending || zones.isPending)
  if (draft.found === null || isWaiting) return <PagePending />
  const stay = person.data?.stays[0]
  const origin = INCIDENT_ORIGINS.find((one) => one === given['nguon']) ?? 'desk'
  const placeNote = PLACES[origin] ?? ''
  const home = zones.data?.zones.find(({ name }) => name === stay?.zoneName)
  const begun = newReport(now, {
    kind: INCIDENT_KINDS.find((kind) => kind === given['loai']) ?? null,
    zoneId: textIn(given, 'khu') ?? (placeNote === '' ? (home?.id ?? null) : null),
    placeNote,
    origin,
    originId: textIn(given, 'tu'),
  })
  const start: ReportDraft =
    person.data === undefined
      ? begun
      : withPerson(
          begun,
          {
            who: 'resident',
            personId: person.data.id,
            userId: null,
            name: person.data.name,
            where: stay?.bedCode ?? '',
          },
          now,
        )
  return (
    <Panel>
      <ReportForm reportId={reportId} start={draft.found.value ?? start} draft={draft} />
    </Panel>
  )
}
