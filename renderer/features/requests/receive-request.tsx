import { Checkbox, Select, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import {
  REQUEST_CHANNEL_LABELS,
  REQUEST_CHANNELS,
  REQUEST_KIND_LABELS,
  REQUEST_KINDS,
  REQUEST_TOPIC_LABELS,
  REQUEST_TOPICS,
  type RequestChannel,
  type RequestKind,
  type RequestTopic,
} from '#domain/requests/request-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PickPerson } from '#renderer/features/visits/pick-person.tsx'
import { CodeSegments, CodeSelect } from '#ui/code-choice.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'

/** Writes a request into the book; whoever is on shift may. */
export function ReceiveRequest({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Nhận đơn, nguyện vọng" size={700}>
      {opened && <ReceiveForm onClose={onClose} />}
    </Dialog>
  )
}

function ReceiveForm({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const [id] = useState(() => crypto.randomUUID())
  const [channel, setChannel] = useState<RequestChannel>('person')
  const [personId, setPersonId] = useState<string | null>(null)
  const [groupName, setGroupName] = useState('')
  const [zoneId, setZoneId] = useState<string | null>(null)
  const [kind, setKind] = useState<RequestKind>('wish')
  const [topic, setTopic] = useState<RequestTopic>('other')
  const [aboutStaff, setAboutStaff] = useState(false)
  const [body, setBody] = useState('')
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const owners = useQuery(api.requests.owners.queryOptions({ input: {} }))
  const save = useMutation({
    mutationFn: () =>
      hub.requests.receive(
        { id, channel, personId, groupName, zoneId, kind, topic, aboutStaff, body, ownerId },
        { context: { key: id } },
      ),
    onSuccess: async ({ number, dueOn }) => {
      await queryClient.invalidateQueries({ queryKey: api.requests.key() })
      showNotice(`Đã ghi đơn số ${number}, hạn ${formatDay(dueOn)}.`)
      onClose()
      // A grievance about staff is closed to whoever wrote it in.
      if (!aboutStaff && topic !== 'staff') history.push(`/don/${id}`)
    },
  })
  const error = save.isError ? toHubError(save.error) : null
  const errors = error ? fieldErrors(error) : {}
  const isAboutStaff = aboutStaff || topic === 'staff'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      <Stack gap="sm">
        <FormRow label="Của ai" required>
          {() => (
            <CodeSegments
              label="Của ai"
              codes={REQUEST_CHANNELS}
              labels={REQUEST_CHANNEL_LABELS}
              value={channel}
              onChange={setChannel}
            />
          )}
        </FormRow>
        {channel === 'person' && (
          <FormRow label="Học viên" required error={errors['personId']}>
            {(control) => (
              <PickPerson control={control} onPick={(person) => setPersonId(person?.personId ?? null)} />
            )}
          </FormRow>
        )}
        {(channel === 'group' || channel === 'family') && (
          <TextRow
            label={channel === 'group' ? 'Nhóm' : 'Người thân'}
            required
            error={errors['groupName']}
            maxLength={120}
            placeholder={channel === 'group' ? 'Tổ 3, phòng A2' : 'Mẹ của học viên …'}
            value={groupName}
            onChange={setGroupName}
          />
        )}
        {channel !== 'person' && (
          <FormRow label="Khu">
            {(control) => (
              <Select
                {...control}
                clearable
                placeholder="Không rõ khu"
                data={(zones.data?.zones ?? []).map((zone) => ({ value: zone.id, label: zone.name }))}
                value={zoneId}
                onChange={setZoneId}
              />
            )}
          </FormRow>
        )}
        <FormRow label="Loại" required>
          {(control) => (
            <CodeSelect
              {...control}
              codes={REQUEST_KINDS}
              labels={REQUEST_KIND_LABELS}
              value={kind}
              onChange={setKind}
            />
          )}
        </FormRow>
        <FormRow label="Về việc" required>
          {(control) => (
            <CodeSelect
              {...control}
              codes={REQUEST_TOPICS}
              labels={REQUEST_TOPIC_LABELS}
              value={topic}
              onChange={setTopic}
            />
          )}
        </FormRow>
        <ParagraphRow
          label="Nội dung"
          required
          error={errors['body']}
          minRows={4}
          maxRows={12}
          maxLength={4000}
          value={body}
          onChange={setBody}
        />
        <FormRow
          label="Về cán bộ"
          hint={
            isAboutStaff
              ? 'Chỉ trưởng cơ sở, kiểm tra và người được giao xem được sau khi ghi.'
              : 'Đánh dấu nếu đơn nói về một cán bộ.'
          }
        >
          {() => (
            <Checkbox
              label="Đơn nói về cán bộ"
              checked={isAboutStaff}
              disabled={topic === 'staff'}
              onChange={(event) => setAboutStaff(event.currentTarget.checked)}
            />
          )}
        </FormRow>
        <FormRow label="Giao cho" error={errors['ownerId']}>
          {(control) => (
            <Select
              {...control}
              clearable
              searchable
              placeholder="Giao sau"
              data={(owners.data?.users ?? []).map((user) => ({
                value: user.id,
                label: `${user.name} (${user.roles})`,
              }))}
              value={ownerId}
              onChange={setOwnerId}
            />
          )}
        </FormRow>
      </Stack>
      <DialogFoot problem={error?.message} onClose={onClose} act="Ghi vào sổ" busy={save.isPending} />
    </form>
  )
}
