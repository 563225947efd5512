import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { formatNumber } from '#ui/format.ts'

export interface UndoImportProps {
  batchId: string
  imported: number
  onStarted: (jobId: string) => void
}

/** Takes an import back, after a reason. */
export function UndoImport({ batchId, imported, onStarted }: UndoImportProps) {
  const [isAsking, setIsAsking] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const people = `${formatNumber(imported, 0)} người`

  async function undo(reason: string) {
    setIsBusy(true)
    setProblem(null)
    try {
      onStarted((await hub.imports.undo({ batchId, reason })).jobId)
      setIsAsking(false)
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
        onClick={() => setIsAsking(true)}
      >
        Hoàn tác lần nhập
      </Button>
      <ConfirmAct
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title={`Hoàn tác việc nhập ${people}?`}
        act={`Hoàn tác ${people}`}
        reason={{ label: 'Lý do', required: true }}
        danger
        busy={isBusy}
        problem={problem}
        onConfirm={(reason) => void undo(reason)}
      >
        Những người này rời danh sách và không còn được đếm. Ai đã được ghi việc, sửa hồ sơ hay xếp giường từ
        lúc nhập thì được giữ lại và nêu tên. Nhật ký giữ nguyên.
      </ConfirmAct>
    </>
  )
}

/** The sentence of an undo, with who was kept. */
export function UndoSentence({ result }: { result: unknown }) {
  const { undone = 0, kept = [] } = (result ?? {}) as {
    undone?: number
    kept?: { personId: string; name: string; why: string }[]
  }
  return (
    <>
      Đã hoàn tác {formatNumber(undone, 0)} người.
      {kept.length > 0 && (
        <>
          {' '}
          Giữ lại {formatNumber(kept.length, 0)} người:{' '}
          {kept.map((one) => `${one.name} (${one.why})`).join('; ')}.
        </>
      )}
    </>
  )
}
