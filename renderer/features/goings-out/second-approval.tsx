import { Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import classes from './goings-out.module.css'

/** Whether two people approve; no text asks for it, so that it is the centre's own choice. */
export function SecondApproval({ needsTwo }: { needsTwo: boolean }) {
  const queryClient = useQueryClient()
  const set = useMutation({
    mutationFn: (next: boolean) => hub.goingsOut.setApproval({ needsTwo: next }),
    onSuccess: async ({ needsTwo: now }) => {
      await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
      showNotice(now ? 'Từ bây giờ đơn ra ngoài cần hai người duyệt.' : 'Từ bây giờ một người duyệt là đủ.')
    },
    onError: (error) => showNotice(toHubError(error).message),
  })
  return (
    <Switch
      className={classes.middle}
      label="Hai người duyệt"
      title="Văn bản không quy định; do cơ sở chọn"
      checked={needsTwo}
      disabled={set.isPending}
      onChange={(event) => set.mutate(event.currentTarget.checked)}
    />
  )
}
