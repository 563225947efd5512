import { Button, FileButton } from '@mantine/core'
import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CAMPAIGN_STATE_LABELS, sumCampaign } from '#domain/care/campaign.ts'
import type { CampaignActivity } from '#domain/contract/campaigns.ts'
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
import { activityPhotoUrl, sendActivityPhoto } from './activity-photo.ts'
import { CampaignForm } from './campaigns-page.tsx'
import { CareNav } from './care-nav.tsx'
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

function headsText({ isHeld, residents, staff, guests, plannedHeads }: CampaignActivity): string {
  if (!isHeld) return plannedHeads === null ? '' : `dự kiến ${formatNumber(plannedHeads)} người`
  return `${formatNumber(residents ?? 0)} học viên, ${formatNumber(staff ?? 0)} cán bộ, ${formatNumber(guests ?? 0)} khách`
}

function ActivityLine({
  campaignId,
  activity,
  mayEdit,
}: {
  campaignId: string
  activity: CampaignActivity
  mayEdit: boolean
}) {
  const queryClient = useQueryClient()
  const [acting, setActing] = useState<'edit' | 'remove' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.campaigns.key() })
  const remove = useMutation({
    mutationFn: (reason: string) =>
      hub.campaigns.removeActivity({ id: activity.id, version: activity.version, reason }),
    onSuccess: async () => {
      setActing(null)
      await refresh()
    },
  })

  async function add(file: File | null) {
    if (!file) return
    setProblem(null)
    const sent = await sendActivityPhoto(file)
    if ('problem' in sent) {
      setProblem(sent.problem)
      return
    }
    try {
      const photo = { id: crypto.randomUUID(), activityId: activity.id, fileId: sent.fileId, caption: null }
      await hub.campaigns.addPhoto(photo)
      await refresh()
    } catch (error) {
      setProblem(toHubError(error).message)
    }
  }

  async function takeOut(photoId: string) {
    try {
      await hub.campaigns.removePhoto({ id: photoId })
      await refresh()
    } catch (error) {
      setProblem(toHubError(error).message)
    }
  }

  const { title, photos } = activity
  return (
    <li className={classes.item}>
      <span className={classes.head}>
        <b>{title}</b>
        <ToneChip
          tone={activity.isHeld ? 'ok' : 'ended'}
          quiet
          text={activity.isHeld ? 'đã thực hiện' : 'chưa thực hiện'}
        />
      </span>
      {mayEdit && (
        <span className={classes.acts}>
          <FileButton accept="image/jpeg,image/png,image/webp" onChange={(file) => void add(file)}>
            {(props) => (
              <Button {...props} size="compact-sm" variant="default" aria-label={`Thêm ảnh: ${title}`}>
                Thêm ảnh
              </Button>
            )}
          </FileButton>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Sửa, ghi kết quả: ${title}`}
            onClick={() => setActing('edit')}
          >
            Sửa, ghi kết quả
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`Bỏ hoạt động: ${title}`}
            onClick={() => setActing('remove')}
          >
            Bỏ
          </Button>
        </span>
      )}
      <span className={classes.note}>
        {[formatDay(activity.heldOn), activity.place, activity.leader, headsText(activity)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {activity.result !== null && <span className={classes.wide}>{activity.result}</span>}
      {problem !== null && (
        <span role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
      {photos.length > 0 && (
        <div className={classes.photos}>
          {photos.map((photo, at) => (
            <figure key={photo.id}>
              <img src={activityPhotoUrl(photo.id)} alt={photo.caption ?? `${title}, ảnh ${at + 1}`} />
              {mayEdit && (
                <figcaption>
                  <span>ảnh {at + 1}</span>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    aria-label={`Bỏ ảnh ${at + 1}: ${title}`}
                    onClick={() => void takeOut(photo.id)}
                  >
                    Bỏ
                  </Button>
                </figcaption>
              )}
            </figure>
          ))}
        </div>
      )}
      <Dialog opened={acting === 'edit'} onClose={() => setActing(null)} title="Hoạt động" size={680}>
        {acting === 'edit' && (
          <ActivityForm
            campaignId={campaignId}
            activity={activity}
            firstDay={activity.heldOn}
            onDone={() => setActing(null)}
          />
        )}
      </Dialog>
      <ConfirmAct
        opened={acting === 'remove'}
        onClose={() => setActing(null)}
        title={`Bỏ hoạt động “${title}”?`}
        act="Bỏ hoạt động"
        danger
        reason={{ label: 'Lý do', required: true }}
        busy={remove.isPending}
        problem={remove.isError && toHubError(remove.error).message}
        onConfirm={(reason) => remove.mutate(reason)}
      >
        Hoạt động không còn trong đợt và báo cáo; lý do còn trong nhật ký.
      </ConfirmAct>
    </li>
  )
}
