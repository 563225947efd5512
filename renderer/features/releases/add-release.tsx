import { Button, FileButton, Group, Progress, TextInput } from '@mantine/core'
import { IconFolder, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { ReleaseFilesError, sendRelease } from '#renderer/features/releases/send-release.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatBytes } from '#ui/format.ts'
import classes from './releases.module.css'

export interface AddReleaseProps {
  opened: boolean
  onClose: () => void
  /** The hub accepted the files and checks them. */
  onTaken: (jobId: string) => void
}

/** Two ways to put a release on the hub: files of this PC, or a folder or USB of the hub's PC. */
export function AddRelease({ opened, onClose, onTaken }: AddReleaseProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Đưa bản cập nhật lên máy chủ" size="lg">
      <AddReleaseBody onTaken={onTaken} />
    </Dialog>
  )
}

function AddReleaseBody({ onTaken }: Pick<AddReleaseProps, 'onTaken'>) {
  const [folder, setFolder] = useState('')
  const [sent, setSent] = useState<{ done: number; total: number } | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function take(begin: () => Promise<{ jobId: string }>) {
    setIsBusy(true)
    setProblem(null)
    try {
      onTaken((await begin()).jobId)
    } catch (error) {
      setProblem(error instanceof ReleaseFilesError ? error.message : toHubError(error).message)
    } finally {
      setIsBusy(false)
      setSent(null)
    }
  }

  return (
    <>
      <p className={classes.text}>
        Bản phát hành là một thư mục gồm các bộ cài, tệp <strong>manifest.json</strong> và{' '}
        <strong>manifest.sig</strong>. Máy chủ kiểm tra chữ ký trước khi nhận; nhận xong chưa máy nào cài cho
        đến khi bạn mở.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (folder.trim() === '') setProblem('Ghi đường dẫn thư mục trên máy chủ.')
          else void take(() => hub.releases.takeFolder({ folder }))
        }}
      >
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <TextInput
            className={classes.folder}
            label="Thư mục trên máy chủ hoặc USB cắm ở máy chủ"
            placeholder="E:\neo-ve-0.2.0"
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
            data-autofocus
          />
          <Button
            type="submit"
            variant="default"
            disabled={isBusy}
            leftSection={<IconFolder size={16} stroke={1.75} aria-hidden />}
          >
            Lấy từ thư mục
          </Button>
        </Group>
      </form>
      <p className={classes.or}>
        hoặc chọn các tệp ở máy đang dùng (tất cả tệp trong thư mục, kể cả manifest):
      </p>
      <FileButton
        multiple
        onChange={(files) => void take(() => sendRelease(files, (done, total) => setSent({ done, total })))}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={isBusy}
            leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
          >
            Chọn tệp của bản phát hành
          </Button>
        )}
      </FileButton>
      {sent && (
        <div className={classes.sending}>
          <Progress value={(sent.done / sent.total) * 100} aria-label="Đã gửi" />
          <output>
            Đã gửi {formatBytes(sent.done)} trên {formatBytes(sent.total)}
          </output>
        </div>
      )}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
