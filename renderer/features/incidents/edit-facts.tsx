import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_KIND_LABELS, type IncidentKind } from '#domain/incidents/incident-kinds.ts'
import type { Instant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { ConflictCard, type ConflictSide } from '#ui/conflict-card.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { whenText } from './incident-words.ts'
import { KindChoice } from './kind-choice.tsx'
import { PeopleLines } from './people-lines.tsx'
import { PlaceFields, type TypedPlace } from './place-fields.tsx'
import { peopleUnder, rolesFor, type ReportPerson } from './report-draft.ts'
import { useIncidentAct } from './use-incident.ts'
import { WhenField } from './when-field.tsx'

interface Facts extends TypedPlace {
  kind: IncidentKind
  occurredAt: Instant | null
  isApproximate: boolean
  summary: string
}

function factsOf(incident: IncidentDetail): Facts {
  const { kind, zoneId, placeId, placeNote, occurredAt, isApproximate, summary } = incident
  return { kind, zoneId, placeId, placeNote: placeNote ?? '', occurredAt, isApproximate, summary }
}

/** Those who stand in it, as the form of another kind gives them a role. */
function peopleOf({ involvements }: IncidentDetail): ReportPerson[] {
  return involvements
    .filter(({ removedAt }) => removedAt === null)
    .map(({ id, who, personId, userId, name, bedCode, role }) => ({
      id,
      who,
      personId,
      userId,
      name,
      where: bedCode ?? '',
      role,
    }))
}

/** What belongs together is chosen together where two people wrote. */
const GROUPS: readonly {
  field: string
  label: string
  text: (facts: Facts) => string
  keys: (keyof Facts)[]
}[] = [
  { field: 'kind', label: 'Loại', text: ({ kind }) => INCIDENT_KIND_LABELS[kind], keys: ['kind'] },
  {
    field: 'place',
    label: 'Ở đâu',
    text: ({ zoneId, placeId, placeNote }) =>
      [placeNote || null, placeId === null ? null : 'có ghi phòng', zoneId === null ? null : 'có ghi khu']
        .filter((part) => part !== null)
        .join(', '),
    keys: ['zoneId', 'placeId', 'placeNote'],
  },
  {
    field: 'when',
    label: 'Khi nào',
    text: ({ occurredAt, isApproximate }) =>
      occurredAt === null ? '' : whenText({ occurredAt, isApproximate }),
    keys: ['occurredAt', 'isApproximate'],
  },
  { field: 'summary', label: 'Chuyện gì', text: ({ summary }) => summary, keys: ['summary'] },
]

/** Puts kind, place, hour and words of the first report right; earlier values stay in the audit. */
export function EditFacts({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const now = useHubNow()
  const [start] = useState(() => factsOf(incident))
  const [facts, setFacts] = useState(start)
  const [version] = useState(incident.version)
  const [people, setPeople] = useState(() => peopleOf(incident))
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.edit>[0], key) => hub.incidents.edit(input, { context: { key } }),
    'Đã sửa vụ việc.',
    onDone,
  )
  const { errors, clash } = saving
  // A refused edit has the page ask again: what it holds now is theirs.
  const theirs = factsOf(incident)
  const differing = GROUPS.filter(({ keys }) => keys.some((key) => facts[key] !== theirs[key]))

  function put(change: Partial<Facts>) {
    setFacts({ ...facts, ...change })
  }

  function save(next: Facts, over: number) {
    const { occurredAt, summary } = next
    const missing = {
      ...(occurredAt === null && { occurredAt: 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.' }),
      ...(summary.trim() === '' && { summary: 'Ghi chuyện gì đã xảy ra.' }),
    }
    saving.setErrors(missing)
    if (occurredAt === null || Object.keys(missing).length > 0) return
    const roles = people.map(({ id: involvementId, role }) => ({ involvementId, role }))
    const isOther = next.kind !== theirs.kind
    void run({ id: incident.id, version: over, ...next, occurredAt, roles: isOther ? roles : [] })
  }

  function resolve(choice: Readonly<Record<string, ConflictSide>>) {
    const taken = differing.filter(({ field }) => choice[field] === 'theirs').flatMap(({ keys }) => keys)
    const next = { ...facts, ...Object.fromEntries(taken.map((key) => [key, theirs[key]])) }
    setFacts(next)
    save(next, incident.version)
  }

  return (
    <>
      {clash && (
        <ConflictCard
          changedBy={clash.changedBy}
          changedAt={clash.changedAt ?? now}
          fields={differing.map(({ field, label, text }) => ({
            field,
            label,
            mine: text(facts),
            theirs: text(theirs),
          }))}
          onResolve={resolve}
          onCancel={onDone}
          busy={saving.isSaving}
        />
      )}
      <DenseForm
        label="Sửa vụ việc"
        saveLabel="Lưu"
        onSave={() => save(facts, version)}
        saving={saving.isSaving}
        onLeave={onDone}
        dirty={JSON.stringify(facts) !== JSON.stringify(start)}
        problem={saving.problem}
      >
        <FormRow
          label="Loại"
          required
          error={errors['kind']}
          hint={
            facts.kind !== incident.kind &&
            'Đổi loại: câu hỏi theo mẫu của loại mới, câu trả lời cũ giữ làm lịch sử.'
          }
        >
          {(control) => (
            <KindChoice
              value={facts.kind}
              error={control.error}
              onChange={(kind) => {
                put({ kind })
                setPeople(peopleUnder(kind, peopleOf(incident), now))
              }}
            />
          )}
        </FormRow>
        {facts.kind !== incident.kind && people.length > 0 && (
          <FormRow
            label="Vai trò"
            required
            error={errors['roles']}
            hint="Loại mới có vai trò khác: xem lại từng người. Kết quả xử lý loại mới không có thì ghi lại sau."
          >
            {() => (
              <PeopleLines
                people={people}
                rolesOf={(who) => rolesFor(facts.kind, who, now)}
                onChange={setPeople}
                isFixed
              />
            )}
          </FormRow>
        )}
        <FormRow label="Ở đâu" required error={errors['placeNote'] ?? errors['zoneId'] ?? errors['placeId']}>
          {(control) => <PlaceFields control={control} value={facts} onChange={put} />}
        </FormRow>
        <FormRow label="Khi nào" required error={errors['occurredAt']}>
          {(control) => (
            <WhenField
              control={control}
              now={now}
              value={facts.occurredAt}
              isApproximate={facts.isApproximate}
              onChange={put}
            />
          )}
        </FormRow>
        <FormRow label="Chuyện gì" required error={errors['summary']}>
          {(control) => (
            <Textarea
              {...control}
              autosize
              minRows={4}
              maxRows={12}
              maxLength={4000}
              value={facts.summary}
              onChange={(event) => put({ summary: event.currentTarget.value })}
            />
          )}
        </FormRow>
      </DenseForm>
    </>
  )
}
