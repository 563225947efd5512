import type { PersonFile } from '#domain/contract/person-shapes.ts'
import { hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { AddressesPanel } from '#renderer/features/people/addresses-panel.tsx'
import { PapersPanel } from '#renderer/features/people/papers-panel.tsx'
import { PERSON_FORM, STAY_FORM } from '#renderer/features/people/record-fields.ts'
import { RecordPanel } from '#renderer/features/people/record-panel.tsx'
import classes from './person-page.module.css'

/** Identity, papers, addresses and the decisions of each stay, with their corrections. */
export function FileTab({ file }: { file: PersonFile }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('people.edit') ?? false
  return (
    <div className={classes.stack}>
      <RecordPanel
        title="Nhân thân"
        form={`person:${file.id}`}
        fields={PERSON_FORM}
        version={file.version}
        values={{
          name: file.name,
          alias: file.alias,
          birth: file.birth,
          sex: file.sex,
          placementSex: file.placementSex,
          ethnicity: file.ethnicity,
          occupation: file.occupation,
          education: file.education,
          note: file.note,
        }}
        mayEdit={mayEdit}
        save={(edit) => hub.people.change({ id: file.id, ...edit })}
      />
      <PapersPanel file={file} mayEdit={mayEdit} />
      <AddressesPanel file={file} mayEdit={mayEdit} />
      {file.stays.map((stay) => (
        <RecordPanel
          key={stay.id}
          title={`Quyết định và thời hạn, đợt lần ${stay.ordinal}`}
          form={`stay:${stay.id}`}
          fields={STAY_FORM}
          version={stay.version}
          values={{
            dossierNumber: stay.dossierNumber,
            decisionNumber: stay.decisionNumber,
            decisionOn: stay.decisionOn,
            decisionIssuer: stay.decisionIssuer,
            ordinal: stay.ordinal,
            ordinalSource: stay.ordinalSource,
            startOn: stay.startOn,
            startSource: stay.startSource,
            termMonths: stay.termMonths,
            heldFrom: stay.heldFrom,
          }}
          mayEdit={mayEdit}
          save={(edit) => hub.people.changeStay({ id: stay.id, ...edit })}
        />
      ))}
    </div>
  )
}
