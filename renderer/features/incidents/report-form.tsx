import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import type { DraftOf } from '#renderer/features/people/use-draft.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { incidentHref } from './incident-words.ts'
import { KindChoice } from './kind-choice.tsx'
import { PeopleBox, type FoundInvolved } from './people-box.tsx'
import { PeopleLines } from './people-lines.tsx'
import { PlaceFields } from './place-fields.tsx'
import {
  missingOf,
  railOf,
  reportInput,
  rolesFor,
  withKind,
  withPerson,
  type ReportDraft,
} from './report-draft.ts'
import { WhenField } from './when-field.tsx'

interface ReportFormProps {
  /** The id the incident takes: sent twice, it is one incident. */
  reportId: string
  start: ReportDraft
  draft: DraftOf<ReportDraft>
}

/** The first report in one screen: what kind, who, where, when, what. The rest is asked for afterwards. */
export function ReportForm({ reportId, start: found, draft }: ReportFormProps) {
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const now = useHubNow()
  const [start] = useState(found)
  const [value, setValue] = useState(start)
  const peopleBox = useRef<HTMLInputElement>(null)
  const summaryBox = useRef<HTMLTextAreaElement>(null)
  const saving = useSave((input: Parameters<typeof hub.incidents.report>[0], key) =>
    hub.incidents.report(input, { context: { key } }),
  )
  const { errors } = saving

  // The page it was opened from chose the kind: what is asked next has the focus.
  useEffect(() => {
    if (start.kind === null) return
    const next = start.people.length === 0 ? peopleBox : summaryBox
    next.current?.focus()
  }, [start])

  function put(next: ReportDraft) {
    setValue(next)
    draft.keep(next)
  }

  function addPerson(found: FoundInvolved) {
    const { zoneId, ...person } = found
    const next = withPerson(value, person, now)
    // Most things happen where people live: the first one's zone stands there until another is chosen.
    const isPlaced = value.zoneId !== null || value.placeNote !== '' || zoneId === null
    put(isPlaced ? next : { ...next, zoneId })
  }

  async function send() {
    const missing = missingOf(value, now)
    saving.setErrors(missing)
    if (Object.keys(missing)[0] === 'summary') summaryBox.current?.focus()
    const input = reportInput(reportId, value)
    if (input === null || Object.keys(missing).length > 0) return
    if (!(await saving.send(input))) return
    draft.discard()
    showNotice('Đã báo vụ việc. Bổ sung câu hỏi, người liên quan, vật chứng ở đây.')
    await queryClient.invalidateQueries({ queryKey: api.incidents.key() })
    await queryClient.invalidateQueries({ queryKey: api.drafts.list.key() })
    history.replace(incidentHref(reportId))
  }

  function leave() {
    draft.discard()
    void queryClient.invalidateQueries({ queryKey: api.drafts.list.key() })
    history.push('/vu-viec')
  }

  return (
    <DenseForm
      label="Báo vụ việc"
      saveLabel="Báo vụ việc"
      onSave={() => void send()}
      saving={saving.isSaving}
      onLeave={leave}
      dirty={JSON.stringify(value) !== JSON.stringify(start)}
      draft={draft.status}
      rail={railOf(value, now)}
      problem={saving.problem}
    >
      <FormRow
        label="Loại"
        required
        error={errors['kind']}
        hint={
          value.kind === 'escape' && (
            <>
              Học viên của cơ sở bỏ trốn: <InnerLink href="/vu-viec/bo-tron?bao=moi">báo bỏ trốn</InnerLink>{' '}
              để ghi luôn việc bỏ trốn, dừng thời hạn, lập quyết định truy tìm.
            </>
          )
        }
      >
        {(control) => (
          <KindChoice
            value={value.kind}
            error={control.error}
            onChange={(kind) => put(withKind(value, kind, now))}
            onKeyed={() => peopleBox.current?.focus()}
          />
        )}
      </FormRow>
      <FormRow
        label="Ai"
        error={Object.entries(errors).find(([field]) => field.startsWith('people'))?.[1]}
        hint="Enter thêm người tìm thấy đầu tiên; gõ tiếp người sau. Chưa rõ ai thì để trống."
      >
        {({ id }) => (
          <>
            <PeopleBox id={id} label="Ai" inputRef={peopleBox} onPick={addPerson} />
            <PeopleLines
              people={value.people}
              rolesOf={(who) => rolesFor(value.kind, who, now)}
              onChange={(people) => put({ ...value, people })}
            />
          </>
        )}
      </FormRow>
      <FormRow label="Ở đâu" required error={errors['placeNote'] ?? errors['zoneId'] ?? errors['placeId']}>
        {(control) => (
          <PlaceFields control={control} value={value} onChange={(place) => put({ ...value, ...place })} />
        )}
      </FormRow>
      <FormRow label="Khi nào" required error={errors['occurredAt']}>
        {(control) => (
          <WhenField
            control={control}
            now={now}
            value={value.occurredAt}
            isApproximate={value.isApproximate}
            onChange={(when) => put({ ...value, ...when })}
          />
        )}
      </FormRow>
      <FormRow
        label="Chuyện gì"
        required
        error={errors['summary']}
        hint="Ai làm gì, đã xử lý gì tại chỗ. Câu hỏi riêng của loại này hỏi sau khi báo."
      >
        {(control) => (
          <Textarea
            {...control}
            ref={summaryBox}
            autosize
            minRows={4}
            maxRows={12}
            maxLength={4000}
            value={value.summary}
            onChange={(event) => put({ ...value, summary: event.currentTarget.value })}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
