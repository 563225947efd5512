import { Checkbox, MultiSelect, NumberInput, TextInput } from '@mantine/core'
import type { InformationSheet } from '#domain/information-sheet/information-sheet.ts'
import { PRIOR_KIND_LABELS, PRIOR_KINDS } from '#domain/information-sheet/personal-lists.ts'
import {
  REHAB_METHOD_LABELS,
  REHAB_METHODS,
  REHAB_METHODS_NOTE,
  REHAB_PLACE_LABELS,
  REHAB_PLACES,
} from '#domain/information-sheet/rehab-history.ts'
import {
  SUBSTANCE_LABELS,
  SUBSTANCE_ROUTE_LABELS,
  SUBSTANCE_ROUTES,
  SUBSTANCES,
} from '#domain/information-sheet/substances.ts'
import { AddLine, DropLine } from '#renderer/features/intake/line-buttons.tsx'
import { useSheet } from '#renderer/features/intake/sheet-rows.tsx'
import { choices } from '#ui/choices.ts'
import { CodeSelect, OptionalCodeSelect } from '#ui/code-choice.tsx'
import classes from './intake.module.css'

type Use = InformationSheet['substances'][number]
const NEW_USE: Use = {
  substance: 'heroin',
  name: null,
  routes: [],
  sinceYear: null,
  frequency: null,
  isMain: false,
}

/** What was taken, how and since when. */
export function SubstanceLines() {
  const [uses, set] = useSheet('substances')
  const change = (at: number, patch: Partial<Use>) =>
    set(uses.map((use, index) => (index === at ? { ...use, ...patch } : use)))
  return (
    <>
      <ul className={classes.lines} aria-label="Chất ma túy đã dùng">
        {uses.map((use, index) => (
          <li key={index} className={classes.line}>
            <CodeSelect
              aria-label="Chất ma túy"
              codes={SUBSTANCES}
              labels={SUBSTANCE_LABELS}
              value={use.substance}
              searchable
              selectFirstOptionOnChange
              w={210}
              onChange={(next) => change(index, { substance: next })}
            />
            {use.substance === 'other' && (
              <TextInput
                aria-label="Tên chất khác"
                placeholder="Chất gì"
                value={use.name ?? ''}
                maxLength={80}
                w={130}
                onChange={(event) => change(index, { name: event.currentTarget.value || null })}
              />
            )}
            <MultiSelect
              aria-label="Đường dùng"
              placeholder={use.routes.length === 0 ? 'Đường dùng' : ''}
              data={choices(SUBSTANCE_ROUTES, SUBSTANCE_ROUTE_LABELS)}
              value={use.routes}
              className={classes.grow}
              onChange={(next) =>
                change(index, { routes: SUBSTANCE_ROUTES.filter((one) => next.includes(one)) })
              }
            />
            <NumberInput
              aria-label="Dùng từ năm"
              placeholder="từ năm"
              hideControls
              allowDecimal={false}
              w={84}
              value={use.sinceYear ?? ''}
              onChange={(next) => change(index, { sinceYear: typeof next === 'number' ? next : null })}
            />
            <TextInput
              aria-label="Mức độ dùng"
              placeholder="Lần/ngày"
              value={use.frequency ?? ''}
              maxLength={80}
              w={110}
              onChange={(event) => change(index, { frequency: event.currentTarget.value || null })}
            />
            <Checkbox
              label="chính"
              checked={use.isMain}
              onChange={(event) => change(index, { isMain: event.currentTarget.checked })}
            />
            <DropLine label="Bỏ chất này" onDrop={() => set(uses.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ul>
      <AddLine label="Chất ma túy" onAdd={() => set([...uses, { ...NEW_USE, isMain: uses.length === 0 }])} />
    </>
  )
}

type Rehab = InformationSheet['rehabs'][number]
const NEW_REHAB: Rehab = {
  place: 'centre',
  placeName: null,
  method: null,
  methodWords: null,
  fromYear: null,
  months: null,
  isFinished: null,
}

/** Rehabilitations outside this centre: they speak for a higher ordinal. */
export function RehabLines() {
  const [rehabs, set] = useSheet('rehabs')
  const change = (at: number, patch: Partial<Rehab>) =>
    set(rehabs.map((rehab, index) => (index === at ? { ...rehab, ...patch } : rehab)))
  return (
    <>
      <ul className={classes.lines} aria-label="Lần cai nghiện ở nơi khác">
        {rehabs.map((rehab, index) => (
          <li key={index} className={classes.line}>
            <CodeSelect
              aria-label="Nơi cai nghiện"
              codes={REHAB_PLACES}
              labels={REHAB_PLACE_LABELS}
              value={rehab.place}
              w={190}
              onChange={(next) => change(index, { place: next })}
            />
            <TextInput
              aria-label="Tên nơi cai nghiện"
              placeholder="Tên nơi cai"
              value={rehab.placeName ?? ''}
              maxLength={160}
              className={classes.grow}
              onChange={(event) => change(index, { placeName: event.currentTarget.value || null })}
            />
            <OptionalCodeSelect
              aria-label="Phương pháp cai"
              placeholder="Phương pháp"
              codes={REHAB_METHODS}
              labels={REHAB_METHOD_LABELS}
              value={rehab.method}
              clearable
              w={170}
              onChange={(next) => change(index, { method: next })}
            />
            <TextInput
              aria-label="Lời của phương pháp cai"
              placeholder="Ghi bằng lời như mẫu"
              title={REHAB_METHODS_NOTE}
              value={rehab.methodWords ?? ''}
              maxLength={160}
              w={180}
              onChange={(event) => change(index, { methodWords: event.currentTarget.value || null })}
            />
            <NumberInput
              aria-label="Cai từ năm"
              placeholder="năm"
              hideControls
              allowDecimal={false}
              w={72}
              value={rehab.fromYear ?? ''}
              onChange={(next) => change(index, { fromYear: typeof next === 'number' ? next : null })}
            />
            <NumberInput
              aria-label="Số tháng cai"
              placeholder="tháng"
              hideControls
              allowDecimal={false}
              w={72}
              value={rehab.months ?? ''}
              onChange={(next) => change(index, { months: typeof next === 'number' ? next : null })}
            />
            <DropLine label="Bỏ lần này" onDrop={() => set(rehabs.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ul>
      <AddLine label="Lần cai nghiện ở nơi khác" onAdd={() => set([...rehabs, NEW_REHAB])} />
    </>
  )
}

type Prior = InformationSheet['priors'][number]
const NEW_PRIOR: Prior = { kind: 'conviction', what: null, year: null, body: null }

/** What the law did before. */
export function PriorLines() {
  const [priors, set] = useSheet('priors')
  const change = (at: number, patch: Partial<Prior>) =>
    set(priors.map((prior, index) => (index === at ? { ...prior, ...patch } : prior)))
  return (
    <>
      <ul className={classes.lines} aria-label="Tiền án, tiền sự">
        {priors.map((prior, index) => (
          <li key={index} className={classes.line}>
            <CodeSelect
              aria-label="Loại tiền án, tiền sự"
              codes={PRIOR_KINDS}
              labels={PRIOR_KIND_LABELS}
              value={prior.kind}
              w={210}
              onChange={(next) => change(index, { kind: next })}
            />
            <TextInput
              aria-label="Tội danh, hành vi"
              placeholder="Tội danh, hành vi"
              value={prior.what ?? ''}
              maxLength={200}
              className={classes.grow}
              onChange={(event) => change(index, { what: event.currentTarget.value || null })}
            />
            <NumberInput
              aria-label="Năm bị xử lý"
              placeholder="năm"
              hideControls
              allowDecimal={false}
              w={72}
              value={prior.year ?? ''}
              onChange={(next) => change(index, { year: typeof next === 'number' ? next : null })}
            />
            <TextInput
              aria-label="Cơ quan xử lý"
              placeholder="Cơ quan xử lý"
              value={prior.body ?? ''}
              maxLength={160}
              className={classes.grow}
              onChange={(event) => change(index, { body: event.currentTarget.value || null })}
            />
            <DropLine label="Bỏ dòng này" onDrop={() => set(priors.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ul>
      <AddLine label="Tiền án, tiền sự" onAdd={() => set([...priors, NEW_PRIOR])} />
    </>
  )
}
