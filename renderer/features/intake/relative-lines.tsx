import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { RELATION_LABELS, RELATIONS } from '#domain/information-sheet/personal-lists.ts'
import { withLine, withoutLine } from '#renderer/features/intake/changed-lines.ts'
import { emptyRelative, type RelativeRow } from '#renderer/features/intake/intake-form.ts'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { AddLine, DropLine } from '#renderer/features/intake/line-buttons.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'
import classes from './intake.module.css'

/** Family and whom to call. Parents' names also help to find earlier stays. */
export function RelativeLines() {
  const store = useIntakeStore()
  const relatives = useIntake((form) => form.relatives)
  const next = (['father', 'mother', 'spouse'] as const).find(
    (relation) => !relatives.some((relative) => relative.relation === relation),
  )
  return (
    <>
      <ul className={classes.lines} aria-label="Gia đình">
        {relatives.map((relative) => (
          <RelativeLine key={relative.id} relative={relative} />
        ))}
      </ul>
      <AddLine
        label="Người thân"
        onAdd={() => store.set({ relatives: [...store.form().relatives, emptyRelative(next ?? 'other')] })}
      />
    </>
  )
}

function RelativeLine({ relative }: { relative: RelativeRow }) {
  const store = useIntakeStore()
  const problem = useProblem(`relatives.${relative.id}.name`)
  function change(patch: Partial<RelativeRow>) {
    store.set({
      relatives: withLine(store.form().relatives, relative.id, patch),
    })
    store.forget(`relatives.${relative.id}`)
  }
  return (
    <li className={classes.line}>
      <CodeSelect
        aria-label="Quan hệ"
        codes={RELATIONS}
        labels={RELATION_LABELS}
        value={relative.relation}
        w={130}
        onChange={(next) => change({ relation: next })}
      />
      <TextInput
        aria-label="Họ tên người thân"
        placeholder="Họ tên"
        value={relative.name}
        error={problem !== undefined}
        maxLength={120}
        className={classes.grow}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <NumberInput
        aria-label="Năm sinh người thân"
        placeholder="năm sinh"
        hideControls
        allowDecimal={false}
        w={84}
        value={relative.birthYear ?? ''}
        onChange={(next) => change({ birthYear: typeof next === 'number' ? next : null })}
      />
      <TextInput
        aria-label="Điện thoại người thân"
        placeholder="Điện thoại"
        value={relative.phone}
        maxLength={30}
        w={120}
        onChange={(event) => change({ phone: event.currentTarget.value })}
      />
      <TextInput
        aria-label="Chỗ ở người thân"
        placeholder="Chỗ ở"
        value={relative.address}
        maxLength={300}
        className={classes.grow}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      <Checkbox
        label="liên hệ"
        checked={relative.isContact}
        onChange={(event) => change({ isContact: event.currentTarget.checked })}
      />
      <DropLine
        label={`Bỏ người thân ${relative.name}`}
        onDrop={() => store.set({ relatives: withoutLine(store.form().relatives, relative.id) })}
      />
    </li>
  )
}
