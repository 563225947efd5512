import { NumberInput, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { BACKUP_PLACE_SENTENCES } from '#domain/backup/backup-place.ts'
import type { BackupPlan } from '#domain/backup/backup-schedule.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { formatBytes } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './backup.module.css'

/** When backups are made by themselves, and how the place outside this disk is. */
export function PlanPanel() {
  const found = useQuery(api.backup.plan.queryOptions({ input: {} }))
  const data = found.data
  if (!data) return null
  const { place } = data
  return (
    <Panel title="Lịch và nơi sao lưu">
      <p className={classes.text}>
        <ToneChip
          tone={place.state === 'ready' ? 'ok' : place.state === 'none' ? 'soon' : 'late'}
          text={place.state === 'ready' ? 'Ổ ngoài sẵn sàng' : 'Ổ ngoài cần xử lý'}
          quiet={place.state === 'ready'}
        />{' '}
        {BACKUP_PLACE_SENTENCES[place.state]}
        {place.freeBytes !== null && ` Còn trống ${formatBytes(place.freeBytes)}.`}
      </p>
      {!data.hasSheet && (
        <p className={classes.text}>
          Chưa niêm phong được vì chưa có phiếu phục hồi.{' '}
          <InnerLink href="/quan-tri/khoa">Lập phiếu</InnerLink>
        </p>
      )}
      <PlanForm key={JSON.stringify(data.plan)} plan={data.plan} />
    </Panel>
  )
}

function PlanForm({ plan }: { plan: BackupPlan }) {
  const queryClient = useQueryClient()
  const [value, setValue] = useState(plan)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const set = (part: Partial<BackupPlan>) => setValue((now) => ({ ...now, ...part }))
  const number = (typed: string | number) => (typeof typed === 'number' ? typed : 0)

  async function save() {
    setIsSaving(true)
    setProblem(null)
    setProblems({})
    try {
      await hub.backup.setPlan(value)
      await queryClient.invalidateQueries({ queryKey: api.backup.key() })
      showNotice('Đã lưu lịch sao lưu.')
    } catch (error) {
      const refused = toHubError(error)
      setProblems(fieldErrors(refused))
      setProblem(refused.message)
    } finally {
      setIsSaving(false)
    }
  }

  return (
    <DenseForm
      label="Lịch sao lưu"
      saveLabel="Lưu lịch"
      onSave={() => void save()}
      saving={isSaving}
      problem={problem}
    >
      <FormRow
        label="Trên máy chủ, mỗi (phút)"
        error={problems['localMinutes']}
        hint="0 là tắt. Bản này nằm cùng ổ với dữ liệu, để lùi lại nhanh."
      >
        {(control) => (
          <NumberInput
            {...control}
            value={value.localMinutes}
            onChange={(typed) => set({ localMinutes: number(typed) })}
            min={0}
            max={1440}
            w={120}
          />
        )}
      </FormRow>
      <FormRow label="Giữ lại (bản)" error={problems['localKeep']}>
        {(control) => (
          <NumberInput
            {...control}
            value={value.localKeep}
            onChange={(typed) => set({ localKeep: number(typed) })}
            min={1}
            max={500}
            w={120}
          />
        )}
      </FormRow>
      <FormRow
        label="Thư mục ở ổ ngoài"
        error={problems['sealedFolder']}
        hint="Thư mục có sẵn trên ổ thứ hai, ổ USB hoặc NAS; bỏ trống là không niêm phong. Đổi ổ USB: cắm ổ mới rồi bấm Lưu lịch."
      >
        {(control) => (
          <TextInput
            {...control}
            value={value.sealedFolder}
            onChange={(event) => set({ sealedFolder: event.currentTarget.value })}
            placeholder="E:\SaoLuuNeoVe"
            maxLength={400}
            spellCheck={false}
          />
        )}
      </FormRow>
      <TextRow
        label="Niêm phong lúc"
        error={problems['sealedTime']}
        value={value.sealedTime}
        w={120}
        maxLength={5}
        onChange={(sealedTime) => set({ sealedTime })}
      />
      <FormRow label="Giữ bản đêm (bản)" error={problems['sealedKeep']}>
        {(control) => (
          <NumberInput
            {...control}
            value={value.sealedKeep}
            onChange={(typed) => set({ sealedKeep: number(typed) })}
            min={1}
            max={400}
            w={120}
          />
        )}
      </FormRow>
      <FormRow label="Giữ bản tháng (bản)" error={problems['monthlyKeep']}>
        {(control) => (
          <NumberInput
            {...control}
            value={value.monthlyKeep}
            onChange={(typed) => set({ monthlyKeep: number(typed) })}
            min={1}
            max={120}
            w={120}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
