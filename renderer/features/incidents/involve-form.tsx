import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import type { InvolvedWho } from '#domain/incidents/involvement-roles.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import { hub } from '#renderer/api/client.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { PeopleBox } from './people-box.tsx'
import { PeopleLines } from './people-lines.tsx'
import { involvedInput, withLine, type ReportPerson } from './report-draft.ts'
import { useIncidentAct } from './use-incident.ts'

/** Writes more people into an incident, each under a role of the form it was begun with. */
export function InvolveForm({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const [people, setPeople] = useState<readonly ReportPerson[]>([])
  const form = formOfVersion(incident.kind, incident.formVersion)
  const taken = incident.involvements.filter(({ removedAt }) => removedAt === null).map(({ role }) => role)
  const rolesOf = (who: InvolvedWho) =>
    form.roles.filter((role) => role.who === who && !(role.onlyOne && taken.includes(role.id)))
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.involve>[0], key) =>
      hub.incidents.involve(input, { context: { key } }),
    `Đã thêm ${people.length} người.`,
    onDone,
  )
  function save() {
    if (people.length === 0) saving.setErrors({ people: 'Tìm và thêm ít nhất một người.' })
    else void run({ id: incident.id, people: people.map(involvedInput) })
  }
  return (
    <DenseForm
      label="Thêm người liên quan"
      saveLabel={people.length > 1 ? `Thêm ${people.length} người` : 'Thêm'}
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={people.length > 0}
      problem={saving.problem}
    >
      <FormRow
        label="Ai"
        required
        error={Object.values(saving.errors)[0]}
        hint="Enter thêm người tìm thấy đầu tiên; gõ tiếp người sau."
      >
        {({ id }) => (
          <>
            <PeopleBox
              id={id}
              label="Ai"
              onPick={({ zoneId: _zoneId, ...found }) =>
                setPeople(withLine(people, found, rolesOf(found.who)))
              }
            />
            <PeopleLines people={people} rolesOf={rolesOf} onChange={setPeople} />
          </>
        )}
      </FormRow>
    </DenseForm>
  )
}
