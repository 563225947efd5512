import { Button, FileButton, VisuallyHidden } from '@mantine/core'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { IntakeRecord } from '#domain/contract/intake.ts'
import type { PersonFile } from '#domain/contract/person-shapes.ts'
import { MARK_KIND_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { FactList } from '#renderer/features/dossier/fact-list.tsx'
import { MarkForm } from '#renderer/features/dossier/mark-form.tsx'
import { photoUrl, sendPhoto } from '#renderer/features/dossier/person-photo.ts'
import { RetireMark } from '#renderer/features/dossier/retire-mark.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './dossier.module.css'

/** What tells this person from another: face, measures, marks. */
export function IdentityTab({ file, stayId }: { file: PersonFile; stayId: string }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('dossier.edit') ?? false
  const record = useQuery(api.intake.record.queryOptions({ input: { stayId } }))
  const [isAdding, setIsAdding] = useState(false)
  const [retiring, setRetiring] = useState<IntakeRecord['marks'][number] | null>(null)
  if (record.isPending) return <PagePending />
  if (record.error) {
    return (
      <ErrorState
        title="Chưa mở được phần nhận dạng"
        sentence={toHubError(record.error).message}
        onRetry={() => void record.refetch()}
      />
    )
  }
  const { marks, photoId } = record.data
  return (
    <>
      <Panel title="Ảnh và vóc dáng">
        <div className={classes.face}>
          <Photo personId={file.id} name={file.name} photoId={photoId} mayEdit={mayEdit} />
          <Measures stayId={stayId} />
        </div>
      </Panel>
      <Panel
        title="Đặc điểm nhận dạng"
        flush={marks.length > 0}
        aside={
          mayEdit &&
          !isAdding && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              Thêm đặc điểm
            </Button>
          )
        }
      >
        {isAdding && (
          <div className={marks.length > 0 ? classes.item : undefined}>
            <MarkForm personId={file.id} onDone={() => setIsAdding(false)} />
          </div>
        )}
        {marks.length === 0 && !isAdding && (
          <EmptyState title="Chưa ghi đặc điểm nào">
            Ghi hình xăm, sẹo, nốt ruồi và vị trí trên người để nhận ra khi cần.
          </EmptyState>
        )}
        {marks.length > 0 && (
          <table className={classes.table}>
            <thead>
              <tr>
                <th>Đặc điểm</th>
                <th>Vị trí</th>
                <th>Mô tả</th>
                {mayEdit && (
                  <th>
                    <VisuallyHidden>Việc khác</VisuallyHidden>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {marks.map((mark) => (
                <tr key={mark.id}>
                  <td>{MARK_KIND_LABELS[mark.kind]}</td>
                  <td>{mark.place}</td>
                  <td>{mark.description}</td>
                  {mayEdit && (
                    <td>
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        color="gray"
                        aria-label={`Bỏ ${MARK_KIND_LABELS[mark.kind].toLowerCase()}, ${mark.place}`}
                        onClick={() => setRetiring(mark)}
                      >
                        Bỏ
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <RetireMark mark={retiring} onClose={() => setRetiring(null)} />
      </Panel>
    </>
  )
}

function Photo({
  personId,
  name,
  photoId,
  mayEdit,
}: {
  personId: string
  name: string
  photoId: string | null
  mayEdit: boolean
}) {
  const queryClient = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const saving = useSave((input: { id: string; personId: string; fileId: string }, key) =>
    hub.dossier.setPhoto(input, { context: { key } }),
  )
  const url = photoUrl(photoId)

  async function choose(picture: File | null) {
    if (!picture) return
    setProblem(null)
    const sent = await sendPhoto(picture)
    if ('problem' in sent) {
      setProblem(sent.problem)
      return
    }
    if (!(await saving.send({ id: crypto.randomUUID(), personId, fileId: sent.fileId }))) return
    showNotice(`Đã đặt ảnh mới của ${name}; ảnh cũ vẫn được giữ.`)
    await queryClient.invalidateQueries({ queryKey: api.intake.record.key() })
  }

  return (
    <div>
      {url === null ? (
        <span className={classes.noPhoto}>chưa có ảnh</span>
      ) : (
        <img src={url} alt={`Ảnh của ${name}`} className={classes.photo} />
      )}
      {mayEdit && (
        <div className={classes.photoActs}>
          <FileButton accept="image/jpeg,image/png,image/webp" onChange={(one) => void choose(one)}>
            {(button) => (
              <Button
                {...button}
                size="compact-sm"
                variant="default"
                loading={saving.isSaving}
                leftSection={<IconUpload size={14} stroke={1.75} aria-hidden />}
              >
                {url === null ? 'Chọn tệp ảnh' : 'Thay ảnh'}
              </Button>
            )}
          </FileButton>
          {(problem ?? saving.problem) !== null && (
            <p className={classes.problem} role="alert">
              {problem ?? saving.problem}
            </p>
          )}
        </div>
      )}
    </div>
  )
}

/** Height and weight as the information sheet has them. */
function Measures({ stayId }: { stayId: string }) {
  const desk = useDesk()
  const mayRead = desk?.permissions.includes('dossier.read') ?? false
  const sheet = useQuery({ ...api.dossier.sheet.queryOptions({ input: { stayId } }), enabled: mayRead })
  if (!mayRead) {
    return (
      <p className={classes.dim}>Chiều cao, cân nặng nằm trong phiếu thông tin, vai trò của bạn không mở.</p>
    )
  }
  const body = sheet.data?.sheet?.body
  return (
    <FactList
      facts={[
        { label: 'Chiều cao', text: body?.heightCm ? `${body.heightCm} cm` : '' },
        { label: 'Cân nặng', text: body?.weightKg ? `${String(body.weightKg).replace('.', ',')} kg` : '' },
      ]}
    />
  )
}
