import { Button, FileButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignActivity } from '#domain/contract/campaigns.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { formatNumber } from '#ui/format.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import { ActivityForm } from './activity-form.tsx'
import { activityPhotoUrl, sendActivityPhoto } from './activity-photo.ts'
import classes from './care.module.css'

function headsText({ isHeld, residents, staff, guests, plannedHeads }: CampaignActivity): string {
  if (!isHeld) return plannedHeads === null ? '' : `dự kiến ${formatNumber(plannedHeads)} người`
  return `${formatNumber(residents ?? 0)} học viên, ${formatNumber(staff ?? 0)} cán bộ, ${formatNumber(guests ?? 0)} khách`
}

export function ActivityLine({
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
