import { Button, Group, SegmentedControl } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonFile } from '#domain/contract/person-shapes.ts'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CompareTable } from '#renderer/features/merging/compare-table.tsx'
import {
  betterKept,
  correctionOf,
  isOnRoll,
  type MergeChoice,
} from '#renderer/features/merging/merge-choice.ts'
import { NotSame } from '#renderer/features/merging/not-same.tsx'
import { personHref } from '#renderer/features/people/person-words.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Panel } from '#ui/panel.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import classes from './merging.module.css'

export interface ComparePeopleProps {
  /** The record the merge was begun from. */
  begun: PersonFile
  found: PersonFile
  onBack: () => void
}

function shortText(file: PersonFile): string {
  return [file.name, file.birth?.slice(0, 4), isOnRoll(file) ? 'đang ở cơ sở' : 'đã ra']
    .filter(Boolean)
    .join(', ')
}

/** Both records side by side: which one stays, which value of each field, what moves, and why. */
export function ComparePeople({ begun, found, onBack }: ComparePeopleProps) {
  const queryClient = useQueryClient()
  const router = useRouter()
  const [keptId, setKeptId] = useState(() => betterKept(begun, found).id)
  const [choice, setChoice] = useState<MergeChoice>({})
  const [reason, setReason] = useState('')
  const [isAsking, setIsAsking] = useState(false)
  const [isDifferent, setIsDifferent] = useState(false)
  const [id] = useState(() => crypto.randomUUID())
  const kept = keptId === begun.id ? begun : found
  const merged = keptId === begun.id ? found : begun
  const files = { kept, merged }
  const saving = useSave((input: Parameters<typeof hub.merging.merge>[0], key) =>
    hub.merging.merge(input, { context: { key } }),
  )
  const isImpossible = isOnRoll(kept) && isOnRoll(merged)

  function ask() {
    saving.setErrors(reason.trim() === '' ? { reason: 'Ghi vì sao biết hai hồ sơ là một người.' } : {})
    if (reason.trim() !== '') setIsAsking(true)
  }

  async function correctKept(): Promise<string | null> {
    const correction = correctionOf(choice, files)
    if (!correction) return null
    try {
      await hub.people.change({ id: kept.id, version: kept.version, ...correction })
      return null
    } catch (error) {
      return toHubError(error).message
    }
  }

  async function merge() {
    if (!(await saving.send({ id, keptId: kept.id, mergedId: merged.id, reason }))) {
      setIsAsking(false)
      return
    }
    const left = await correctKept()
    showNotice(
      left === null
        ? `Đã gộp hồ sơ ${merged.name} vào ${kept.name}.`
        : `Đã gộp hồ sơ, nhưng chưa sửa được các ô đã chọn: ${left} Sửa lại ở mục Hồ sơ.`,
    )
    await queryClient.invalidateQueries()
    router.history.replace(personHref(kept.id))
  }

  return (
    <div className={classes.stack}>
      <Panel
        title="So sánh hai hồ sơ"
        flush
        aside={
          <Group gap="sm" wrap="nowrap">
            <span className={classes.dim}>Giữ hồ sơ</span>
            <SegmentedControl
              aria-label="Giữ hồ sơ"
              size="xs"
              data={[begun, found].map((file) => ({ value: file.id, label: shortText(file) }))}
              value={keptId}
              onChange={(value) => {
                setKeptId(value)
                setChoice({})
              }}
            />
          </Group>
        }
      >
        <CompareTable kept={kept} merged={merged} choice={choice} onChoose={setChoice} />
      </Panel>
      <Panel title="Gộp">
        <div className={classes.foot}>
          {isImpossible ? (
            <p className={classes.problem}>
              Cả hai đều đang có trong danh sách: một người không thể ở hai giường. Đính chính hoặc kết thúc
              một đợt trước khi gộp.
            </p>
          ) : (
            <ParagraphRow
              label="Lý do gộp"
              required
              error={saving.errors['reason']}
              maxLength={300}
              placeholder="Cùng số căn cước, gia đình xác nhận…"
              value={reason}
              onChange={setReason}
            />
          )}
          {saving.problem !== null && saving.errors['reason'] === undefined && (
            <p className={classes.problem} role="alert">
              {saving.problem}
            </p>
          )}
          <Group gap="sm">
            <Button onClick={ask} disabled={isImpossible}>
              Gộp vào hồ sơ {kept.name}…
            </Button>
            <Button variant="default" onClick={() => setIsDifferent(true)}>
              Không phải cùng một người…
            </Button>
            <Button variant="subtle" color="gray" onClick={onBack}>
              Chọn hồ sơ khác
            </Button>
          </Group>
        </div>
      </Panel>
      <ConfirmAct
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title={`Gộp hồ sơ ${merged.name} vào ${kept.name}?`}
        act={`Gộp vào hồ sơ ${kept.name}`}
        busy={saving.isSaving}
        onConfirm={() => void merge()}
      >
        {merged.stays.length} đợt cai nghiện, {merged.papers.length} giấy tờ, {merged.addresses.length} địa
        chỉ cùng người thân, ảnh, đặc điểm và văn bản của hồ sơ kia chuyển sang hồ sơ được giữ. Danh sách,
        quân số và tìm kiếm đổi theo ngay. Gộp nhầm thì tách lại ở mục Lịch sử.
      </ConfirmAct>
      <NotSame
        person={begun}
        other={isDifferent ? found : null}
        onClose={() => setIsDifferent(false)}
        onDecided={onBack}
      />
    </div>
  )
}
