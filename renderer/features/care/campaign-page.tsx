import { Button } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CAMPAIGN_STATE_LABELS, sumCampaign } from '#domain/care/campaign.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { HouseDocuments } from '#renderer/features/documents/house-documents.tsx'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { ActivityForm } from './activity-form.tsx'
import { CampaignForm } from './campaigns-page.tsx'
import { CareNav } from './care-nav.tsx'
import { ActivityLine } from './activity-line.tsx'
import classes from './care.module.css'

const BACK = { href: '/quy-trinh/dot-hoat-dong', label: 'Tháng hành động' }

/** A campaign: plan, activities with heads and photos, sums, result; printed as its report. */
export function CampaignPage() {
  const params: { campaignId?: string } = useParams({ strict: false })
  const id = params.campaignId ?? ''
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [acting, setActing] = useState<'plan' | 'report' | 'activity' | null>(null)
  const campaign = useQuery(api.campaigns.get.queryOptions({ input: { id } }))
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.campaigns.key() })
  const report = useMutation({
    mutationFn: ({ version, result }: { version: number; result: string }) =>
      hub.campaigns.report({ id, version, result }),
    onSuccess: async () => {
      showNotice('Đã báo cáo kết quả đợt.')
      setActing(null)
      await refresh()
    },
  })
  if (campaign.isPending) return <PagePending />
  if (campaign.isError) {
    return (
      <>
        <PageHeader title="Đợt hoạt động" back={BACK} />
        <ErrorState
          title="Chưa mở được đợt này"
          sentence={toHubError(campaign.error).message}
          onRetry={() => void campaign.refetch()}
        />
      </>
    )
  }
  const shown = campaign.data
  const isOpen = shown.state === 'planned'
  const may = (permission: 'care.edit' | 'care.approve') => desk?.permissions.includes(permission) ?? false
  const sums = sumCampaign(shown.list)
  return (
    <>
      <PageHeader
        title={shown.name}
        back={BACK}
        note={`${formatDay(shown.fromOn)} – ${formatDay(shown.toOn)}`}
        acts={
          <>
            <ExportButton onExport={() => hub.campaigns.export({ id })} />
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              onClick={() => window.print()}
            >
              In báo cáo
            </Button>
            {may('care.edit') && isOpen && (
              <Button variant="default" onClick={() => setActing('plan')}>
                Sửa kế hoạch
              </Button>
            )}
            {may('care.approve') && isOpen && (
              <Button onClick={() => setActing('report')}>Báo cáo kết quả</Button>
            )}
          </>
        }
      />
      <div className={classes.stack}>
        <CareNav />
        <Panel title="Kế hoạch và kết quả">
          <div className={classes.head}>
            <ToneChip tone={isOpen ? 'soon' : 'ok'} text={CAMPAIGN_STATE_LABELS[shown.state]} />
            <span>
              Đã thực hiện <b>{sums.held}</b>/{sums.planned} hoạt động · lượt học viên{' '}
              <b>{formatNumber(sums.residents)}</b> · cán bộ <b>{formatNumber(sums.staff)}</b> · khách{' '}
              <b>{formatNumber(sums.guests)}</b>
            </span>
          </div>
          <p className={classes.wide}>{shown.goal}</p>
          {shown.result !== null && (
            <p className={classes.wide}>
              <b>Kết quả ({shown.reportedBy}): </b>
              {shown.result}
            </p>
          )}
          {!isOpen && (
            <p className={classes.head}>
              <span>Báo cáo có số:</span>
              <HouseDocuments houseId={id} form="campaign-report" name={shown.name} />
            </p>
          )}
        </Panel>
        <Panel
          title="Hoạt động"
          aside={
            may('care.edit') &&
            isOpen && (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
                onClick={() => setActing('activity')}
              >
                Thêm hoạt động
              </Button>
            )
          }
        >
          {shown.list.length === 0 && (
            <EmptyState title="Chưa có hoạt động nào">
              Thêm hoạt động với ngày, nơi, người phụ trách.
            </EmptyState>
          )}
          <ul className={classes.items} aria-label="Hoạt động của đợt">
            {shown.list.map((activity) => (
              <ActivityLine
                key={activity.id}
                campaignId={id}
                activity={activity}
                mayEdit={may('care.edit') && isOpen}
              />
            ))}
          </ul>
        </Panel>
      </div>
      <Dialog opened={acting === 'plan'} onClose={() => setActing(null)} title="Sửa kế hoạch" size={680}>
        {acting === 'plan' && <CampaignForm campaign={shown} onDone={() => setActing(null)} />}
      </Dialog>
      <Dialog
        opened={acting === 'activity'}
        onClose={() => setActing(null)}
        title="Thêm hoạt động"
        size={680}
      >
        {acting === 'activity' && (
          <ActivityForm campaignId={id} firstDay={shown.fromOn} onDone={() => setActing(null)} />
        )}
      </Dialog>
      <ConfirmAct
        opened={acting === 'report'}
        onClose={() => {
          report.reset()
          setActing(null)
        }}
        title={`Báo cáo kết quả “${shown.name}”?`}
        act="Báo cáo kết quả"
        reason={{ label: 'Kết quả đợt', required: true }}
        busy={report.isPending}
        problem={report.isError && toHubError(report.error).message}
        onConfirm={(result) => report.mutate({ version: shown.version, result })}
      >
        Sau khi báo cáo, kế hoạch, hoạt động và số người không sửa được nữa.
      </ConfirmAct>
    </>
  )
}
