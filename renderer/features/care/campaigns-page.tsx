import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { CAMPAIGN_STATE_LABELS } from '#domain/care/campaign.ts'
import type { CampaignLine } from '#domain/contract/campaigns.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { CareNav } from './care-nav.tsx'
import classes from './care.module.css'

/** Campaign months, newest first. */
export function CampaignsPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [isAdding, setIsAdding] = useState(false)
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: {} }))
  const rows = campaigns.data?.campaigns ?? []
  return (
    <>
      <PageHeader
        title="Tháng hành động"
        back={{ href: '/quy-trinh', label: 'Quy trình' }}
        acts={
          desk?.permissions.includes('care.edit') && (
            <Button
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              Lập kế hoạch đợt
            </Button>
          )
        }
      />
      <div className={classes.stack}>
        <CareNav />
        <Panel>
          {campaigns.isError && <p role="alert">{toHubError(campaigns.error).message}</p>}
          {campaigns.data && rows.length === 0 && (
            <EmptyState title="Chưa có đợt nào">
              Tháng hành động phòng, chống ma túy là tháng 6; lập kế hoạch trước ngày 01/06.
            </EmptyState>
          )}
          <ul className={classes.items} aria-label="Các đợt">
            {rows.map((row) => (
              <li key={row.id} className={classes.item}>
                <span className={classes.head}>
                  <InnerLink href={`/quy-trinh/dot-hoat-dong/${row.id}`}>{row.name}</InnerLink>
                  <ToneChip
                    tone={row.state === 'reported' ? 'ok' : 'soon'}
                    text={CAMPAIGN_STATE_LABELS[row.state]}
                  />
                </span>
                <span className={classes.note}>
                  {row.held}/{row.activities} hoạt động
                </span>
                <span className={classes.note}>
                  {formatDay(row.fromOn)} – {formatDay(row.toOn)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Lập kế hoạch đợt" size={680}>
        {isAdding && (
          <CampaignForm
            onDone={() => setIsAdding(false)}
            onSaved={(id) => history.push(`/quy-trinh/dot-hoat-dong/${id}`)}
          />
        )}
      </Dialog>
    </>
  )
}

export interface CampaignFormProps {
  campaign?: CampaignLine
  onDone: () => void
  onSaved?: (id: string) => void
}

/** The plan of a campaign; a new one is offered for the next June. */
export function CampaignForm({ campaign, onDone, onSaved }: CampaignFormProps) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '06-30' ? 1 : 0)
  const [id] = useState(() => campaign?.id ?? crypto.randomUUID())
  const [name, setName] = useState(campaign?.name ?? `Tháng hành động phòng, chống ma túy năm ${year}`)
  const [fromOn, setFromOn] = useState<Day | null>(campaign?.fromOn ?? `${year}-06-01`)
  const [toOn, setToOn] = useState<Day | null>(campaign?.toOn ?? `${year}-06-30`)
  const [goal, setGoal] = useState(campaign?.goal ?? '')
  const saving = useSave((input: Parameters<typeof hub.campaigns.save>[0], key) =>
    hub.campaigns.save(input, { context: { key } }),
  )
  async function save() {
    if (fromOn === null || toOn === null) {
      saving.setErrors(fromOn === null ? { fromOn: 'Ghi ngày bắt đầu.' } : { toOn: 'Ghi ngày kết thúc.' })
      return
    }
    if (!(await saving.send({ id, version: campaign?.version ?? null, name, fromOn, toOn, goal }))) return
    await queryClient.invalidateQueries({ queryKey: api.campaigns.key() })
    showNotice('Đã lưu kế hoạch đợt.')
    onDone()
    onSaved?.(id)
  }
  return (
    <DenseForm
      label="Kế hoạch đợt"
      saveLabel="Lưu kế hoạch đợt"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={goal !== (campaign?.goal ?? '')}
      problem={saving.clash ? 'Người khác vừa sửa đợt này. Đóng và mở lại để xem.' : saving.problem}
    >
      <TextRow
        label="Tên đợt"
        required
        error={saving.errors['name']}
        maxLength={200}
        value={name}
        onChange={setName}
      />
      <FormRow label="Từ ngày" required error={saving.errors['fromOn']}>
        {(control) => <DayField {...control} today={today} value={fromOn} onChange={setFromOn} />}
      </FormRow>
      <FormRow label="Đến ngày" required error={saving.errors['toOn']}>
        {(control) => <DayField {...control} today={today} value={toOn} onChange={setToOn} />}
      </FormRow>
      <ParagraphRow
        label="Mục tiêu"
        required
        error={saving.errors['goal']}
        minRows={3}
        maxLength={2000}
        value={goal}
        onChange={setGoal}
      />
    </DenseForm>
  )
}
