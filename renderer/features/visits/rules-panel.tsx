import { Button, Checkbox, Radio, Stack } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { WEEK_COUNTING_LABELS, WEEK_COUNTINGS } from '#domain/contacts/contact-codes.ts'
import type { VisitRoom } from '#domain/contract/visit-shapes.ts'
import { RULE_CONFIDENCE_LABELS } from '#domain/law/rule.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'
import classes from './visits.module.css'

/** What holds for visits and calls today, what the law leaves open, and the rooms. */
export function RulesPanel() {
  const settings = useQuery(api.visits.settings.queryOptions({ input: {} }))
  if (settings.error) return <p role="alert">{toHubError(settings.error).message}</p>
  if (!settings.data) return <PagePending />
  return (
    <div className={classes.board}>
      <OpenQuestions week={settings.data.week} keepsQ1567={settings.data.keepsQ1567} />
      <RoomsPanel />
      <Panel title="Quy định đang áp dụng hôm nay" flush>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>Quy định</th>
              <th>Mức</th>
              <th>Điều</th>
              <th>Từ ngày</th>
            </tr>
          </thead>
          <tbody>
            {settings.data.rules.map((rule) => (
              <tr key={rule.id}>
                <td>
                  {rule.title} <span className={classes.dim}>{rule.id}</span>
                  {rule.note !== null && <div className={classes.dim}>{rule.note}</div>}
                </td>
                <td>{rule.value}</td>
                <td>
                  {rule.article}{' '}
                  {rule.confidence !== 'verified' && (
                    <ToneChip tone="soon" text={RULE_CONFIDENCE_LABELS[rule.confidence]} />
                  )}
                </td>
                <td className={classes.nowrap}>{formatDay(rule.since)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </div>
  )
}

function OpenQuestions({ week, keepsQ1567 }: { week: (typeof WEEK_COUNTINGS)[number]; keepsQ1567: boolean }) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const mayEdit = desk?.permissions.includes('rules.edit') ?? false
  const save = useMutation({
    mutationFn: (input: Parameters<typeof hub.visits.setSettings>[0]) => hub.visits.setSettings(input),
    onSuccess: async () => {
      showNotice('Đã đổi cách áp dụng; lượt đăng ký từ bây giờ tính theo cách mới.')
      await queryClient.invalidateQueries({ queryKey: api.visits.key() })
    },
  })
  return (
    <Panel
      title="Việc pháp luật chưa quy định rõ"
      aside={<ToneChip tone="soon" text={RULE_CONFIDENCE_LABELS.unsettled} />}
    >
      <Stack gap="sm">
        <Radio.Group
          label="“Mỗi tuần” của lượt thăm gặp được tính là"
          value={week}
          onChange={(value) => {
            const next = WEEK_COUNTINGS.find((known) => known === value)
            if (next) save.mutate({ week: next, keepsQ1567 })
          }}
        >
          <Stack gap={4} mt={4}>
            {WEEK_COUNTINGS.map((value) => (
              <Radio
                key={value}
                value={value}
                label={WEEK_COUNTING_LABELS[value]}
                disabled={!mayEdit || save.isPending}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox
          label="Từ 01/07/2026 vẫn áp dụng Quyết định 1567/QĐ-BCA (15 ngày đầu, khi kỷ luật, 5 người khi đặc biệt, người thăm phải có trong sổ)"
          checked={keepsQ1567}
          disabled={!mayEdit || save.isPending}
          onChange={(event) => save.mutate({ week, keepsQ1567: event.currentTarget.checked })}
        />
      </Stack>
      {save.isError && <p role="alert">{toHubError(save.error).message}</p>}
    </Panel>
  )
}

function RoomsPanel() {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('contacts.approve') ?? false
  const rooms = useQuery(api.visits.rooms.queryOptions({ input: {} }))
  const [editing, setEditing] = useState<VisitRoom | 'new' | null>(null)
  return (
    <Panel
      title="Phòng thăm gặp"
      flush
      aside={
        mayEdit && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            Thêm phòng
          </Button>
        )
      }
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th>Phòng</th>
            <th>Sức chứa cùng lúc</th>
            <th>Sử dụng</th>
          </tr>
        </thead>
        <tbody>
          {(rooms.data?.rooms ?? []).map((room) => (
            <tr key={room.id}>
              <td>
                {room.name}{' '}
                {mayEdit && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    leftSection={<IconPencil size={12} aria-hidden />}
                    aria-label={`Sửa ${room.name}`}
                    onClick={() => setEditing(room)}
                  >
                    Sửa
                  </Button>
                )}
              </td>
              <td>{room.capacity} lượt</td>
              <td>
                <ToneChip
                  quiet
                  tone={room.isRetired ? 'ended' : 'ok'}
                  text={room.isRetired ? 'ngừng sử dụng' : 'đang sử dụng'}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Dialog opened={editing !== null} onClose={() => setEditing(null)} title="Phòng thăm gặp" size={480}>
        {editing !== null && (
          <RoomForm room={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
        )}
      </Dialog>
    </Panel>
  )
}

function RoomForm({ room, onDone }: { room: VisitRoom | null; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [id] = useState(() => room?.id ?? crypto.randomUUID())
  const [name, setName] = useState(room?.name ?? '')
  const [capacity, setCapacity] = useState<number | null>(room?.capacity ?? 4)
  const [isRetired, setIsRetired] = useState(room?.isRetired ?? false)
  const saving = useSave((input: Parameters<typeof hub.visits.saveRoom>[0], key) =>
    hub.visits.saveRoom(input, { context: { key } }),
  )
  async function save() {
    const version = room?.version ?? null
    if (!(await saving.send({ id, version, name, capacity: capacity ?? 0, isRetired }))) return
    showNotice(`Đã lưu ${name}.`)
    await queryClient.invalidateQueries({ queryKey: api.visits.key() })
    onDone()
  }
  return (
    <DenseForm
      label="Phòng thăm gặp"
      saveLabel="Lưu phòng"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={saving.clash ? 'Máy khác vừa sửa phòng này. Đóng ô này và mở lại.' : saving.problem}
    >
      <TextRow
        label="Tên phòng"
        required
        error={saving.errors['name']}
        isFirst
        maxLength={60}
        value={name}
        onChange={setName}
      />
      <FormRow
        label="Sức chứa"
        required
        error={saving.errors['capacity']}
        hint="Số lượt gặp được tiến hành cùng lúc."
      >
        {(control) => <WholeNumber {...control} value={capacity} onChange={setCapacity} />}
      </FormRow>
      <FormRow label="Ngừng sử dụng">
        {(control) => (
          <Checkbox
            id={control.id}
            label="Không nhận lượt mới"
            checked={isRetired}
            onChange={(event) => setIsRetired(event.currentTarget.checked)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
