import { Button, Select, TextInput } from '@mantine/core'
import { IconFilePlus, IconPrinter } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import type { DocumentForm } from '#domain/documents/form-editions.ts'
import { INCIDENT_FORM_LABELS, type IncidentForm } from '#domain/documents/incident-editions.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { refusalOf, UNREACHABLE } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { DocumentTable } from '#renderer/features/documents/document-table.tsx'
import { MakeDocument } from '#renderer/features/documents/make-document.tsx'
import { useMakeBatch } from '#renderer/features/documents/use-make-batch.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { Unsettled } from '#ui/unsettled.tsx'
import { incidentHref } from './incident-words.ts'
import classes from './incidents.module.css'

type Papers = Awaited<ReturnType<typeof hub.documents.listIncident>>
type Offer = Papers['offers'][number]

/** Papers of which there is one for everybody who stands in the incident. */
export const STATEMENT_FORMS: readonly IncidentForm[] = ['incident-statement', 'incident-account']

function isStatement({ form }: { form: DocumentForm }): boolean {
  return STATEMENT_FORMS.some((one) => one === form)
}

function nameOf({ form, about }: Offer): string {
  return about === null ? INCIDENT_FORM_LABELS[form] : `${INCIDENT_FORM_LABELS[form]}: ${about}`
}

/** The numbered papers of an incident: what may be made now, what was made. */
export function PapersPanel({ incident }: { incident: IncidentDetail }) {
  const desk = useDesk()
  const { history } = useRouter()
  const [making, setMaking] = useState<Offer | null>(null)
  const papers = useQuery({
    ...api.documents.listIncident.queryOptions({ input: { incidentId: incident.id } }),
    refetchOnMount: 'always',
  })
  if (papers.isPending || !desk) return <PagePending />
  const refusal = refusalOf(papers)
  if (refusal !== null || papers.data === undefined) {
    return (
      <ErrorState
        title="Chưa tải được văn bản"
        sentence={refusal?.message ?? UNREACHABLE}
        onRetry={() => void papers.refetch()}
      />
    )
  }
  const { documents, offers } = papers.data
  const single = offers.filter((one) => !isStatement(one))
  const statements = offers.filter(isStatement)
  const whole = documents.filter((one) => !isStatement(one))
  const said = documents.filter(isStatement)
  return (
    <>
      {offers.length > 0 && (
        <Panel title="Lập văn bản">
          <ul className={classes.lines}>
            {single.map((offer) => (
              <li key={`${offer.form} ${offer.partId ?? ''}`} className={`${classes.line} ${classes.split}`}>
                <div>
                  <b>{nameOf(offer)}</b>
                  {offer.problem !== null && <p className={classes.note}>{offer.problem}</p>}
                  {offer.form === 'incident-report' && (
                    <ReportTo to={papers.data.reportTo} mayChange={incident.may.restrict} />
                  )}
                </div>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={offer.problem !== null}
                  aria-label={`Lập ${nameOf(offer)}`}
                  leftSection={<IconFilePlus size={14} stroke={1.75} aria-hidden />}
                  onClick={() => setMaking(offer)}
                >
                  Lập
                </Button>
              </li>
            ))}
            {statements.length > 0 && (
              <Statements
                incidentId={incident.id}
                offers={statements}
                documents={documents}
                onMake={setMaking}
              />
            )}
          </ul>
          {incident.kind === 'escape' && (
            <p className={classes.note}>
              Quyết định truy tìm, thông báo bỏ trốn lập ở{' '}
              <InnerLink href={`/vu-viec/bo-tron/${incident.id}`}>trang bỏ trốn</InnerLink>.
            </p>
          )}
        </Panel>
      )}
      {(whole.length > 0 || said.length === 0) && (
        <Panel title="Văn bản đã lập" flush>
          {whole.length === 0 ? (
            <EmptyState title="Chưa lập văn bản nào">
              Biên bản, quyết định, thông báo của vụ việc có số ở đây; in lại vẫn đúng bản đã lập.
            </EmptyState>
          ) : (
            <DocumentTable label="Văn bản đã lập" lines={whole} mayMake={offers.length > 0} />
          )}
        </Panel>
      )}
      {said.length > 0 && (
        <Panel title="Lời khai, bản tường trình đã lập" flush>
          <DocumentTable label="Lời khai, bản tường trình đã lập" lines={said} mayMake={offers.length > 0} />
        </Panel>
      )}
      <Dialog
        opened={making !== null}
        onClose={() => setMaking(null)}
        title={making === null ? '' : nameOf(making)}
        size={680}
      >
        {making && (
          <MakeDocument
            stayId={null}
            incident={{ id: incident.id, part: making.partId }}
            form={making.form}
            today={dayOf(desk.now())}
            onMade={(id) => history.push(`/in/document/${id}`)}
            onLeave={() => setMaking(null)}
          />
        )}
      </Dialog>
    </>
  )
}

interface StatementsProps {
  incidentId: string
  offers: readonly Offer[]
  documents: Papers['documents']
  onMake: (offer: Offer) => void
}

/** One paper for each who took part or saw it: made one by one, or all that are left, and printed together. */
function Statements({ incidentId, offers, documents, onMake }: StatementsProps) {
  const { history } = useRouter()
  const { make, progress, problem } = useMakeBatch()
  const kept = documents.filter(({ cancelledAt }) => cancelledAt === null)
  const left = offers.filter(
    ({ form, partId }) => !kept.some((line) => line.form === form && line.incidentPart === partId),
  )
  const made = offers.length - left.length

  function makeAll() {
    void make(
      left.map(({ form, partId, about }) => ({ incidentId, incidentPart: partId, form, name: about ?? '' })),
    )
  }

  return (
    <li className={`${classes.line} ${classes.split}`}>
      <div>
        <b>Lời khai, bản tường trình</b>
        <p className={classes.note}>
          {progress === null
            ? `Đã lập ${made} trên ${offers.length} người; chưa có lời khai thì in dòng chấm để ghi tay.`
            : `Đang lập bản ${progress.done + 1} trên ${progress.of}…`}
        </p>
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
      <div className={classes.row}>
        <Select
          size="xs"
          w={220}
          searchable
          aria-label="Lập bản của một người"
          placeholder="Lập bản của một người"
          data={offers.map(({ partId, about }) => ({ value: partId ?? '', label: about ?? '' }))}
          value={null}
          onChange={(value) => {
            const chosen = offers.find(({ partId }) => partId === value)
            if (chosen) onMake(chosen)
          }}
        />
        {left.length > 0 && (
          <Button size="compact-sm" variant="default" loading={progress !== null} onClick={makeAll}>
            Lập {left.length} bản còn lại
          </Button>
        )}
        {made > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPrinter size={14} stroke={1.75} aria-hidden />}
            onClick={() => history.push(`${incidentHref(incidentId)}/loi-khai`)}
          >
            In {made} bản
          </Button>
        )}
      </div>
    </li>
  )
}

/** To whom the report goes: no text found says, so the centre decides. */
function ReportTo({ to, mayChange }: { to: string; mayChange: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <p className={classes.note}>
      Gửi: {to}.{' '}
      <Unsettled>
        Chưa tìm thấy điều luật ấn định nơi nhận, thời hạn (INC-17): theo cài đặt của cơ sở.
      </Unsettled>{' '}
      {mayChange && (
        <Button size="compact-xs" variant="subtle" onClick={() => setIsOpen(true)}>
          Đổi nơi nhận
        </Button>
      )}
      <Dialog opened={isOpen} onClose={() => setIsOpen(false)} title="Nơi nhận báo cáo vụ việc" size={560}>
        {isOpen && <ReportToForm to={to} onDone={() => setIsOpen(false)} />}
      </Dialog>
    </p>
  )
}

function ReportToForm({ to: before, onDone }: { to: string; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [to, setTo] = useState(before)
  const saving = useSave((input: { to: string }, key) =>
    hub.documents.setReportTo(input, { context: { key } }),
  )
  async function save() {
    if (!(await saving.send({ to }))) return
    await queryClient.invalidateQueries({ queryKey: api.documents.key() })
    showNotice('Đã đổi nơi nhận báo cáo vụ việc.')
    onDone()
  }
  return (
    <DenseForm
      label="Nơi nhận báo cáo vụ việc"
      saveLabel="Lưu nơi nhận"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={to !== before}
      problem={saving.problem}
    >
      <FormRow label="Kính gửi" required error={saving.errors['to']}>
        {(control) => (
          <TextInput
            {...control}
            data-autofocus
            maxLength={200}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
