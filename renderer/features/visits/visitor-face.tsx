import { Button, FileButton } from '@mantine/core'
import { IconCamera, IconUser } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { sendSmallPhoto } from '#renderer/features/dossier/small-photo.ts'
import classes from './visits.module.css'

/** Longest side of a photo of a visitor, in pixels. */
const LONGEST_SIDE = 640

/** The face of a visitor, to be compared at the door. */
export function VisitorFace({ name, photoId }: { name: string; photoId: string | null }) {
  return (
    <span className={classes.face}>
      {photoId === null ? (
        <IconUser size={22} stroke={1.5} aria-label={`Chưa có ảnh của ${name}`} />
      ) : (
        <img src={`/files/visitor/${photoId}`} alt={`Ảnh của ${name}`} />
      )}
    </span>
  )
}

/** Takes a photo of a visitor, or chooses one; the one before stays on file. */
export function TakeVisitorPhoto({ visitorId, name }: { visitorId: string; name: string }) {
  const queryClient = useQueryClient()
  const take = useMutation({
    mutationFn: async (picture: File) => {
      const sent = await sendSmallPhoto('visitor', picture, LONGEST_SIDE)
      if ('problem' in sent) throw new Error(sent.problem)
      return hub.visits.setVisitorPhoto({ id: crypto.randomUUID(), visitorId, fileId: sent.fileId })
    },
    onSuccess: async () => {
      showNotice(`Đã lưu ảnh của ${name}.`)
      await queryClient.invalidateQueries({ queryKey: api.visits.key() })
    },
    onError: (error) => showNotice(error.message === '' ? toHubError(error).message : error.message),
  })
  return (
    <FileButton
      accept="image/jpeg,image/png,image/webp"
      capture="environment"
      onChange={(file) => {
        if (file) take.mutate(file)
      }}
    >
      {(props) => (
        <Button
          {...props}
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={take.isPending}
          leftSection={<IconCamera size={14} stroke={1.75} aria-hidden />}
          aria-label={`Chụp, chọn ảnh của ${name}`}
        >
          Ảnh
        </Button>
      )}
    </FileButton>
  )
}
