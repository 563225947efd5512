import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { RECEPTION_WAY_LABELS, type ReceptionWay } from '#domain/custody/facts.ts'
import { checkCitizenId } from '#domain/identity/citizen-id.ts'
import { IDENTITY_KIND_LABELS, IDENTITY_KINDS } from '#domain/identity/identity-kinds.ts'
import { parseIdentityNumber } from '#domain/identity/identity-number.ts'
import { birthText, formatBirth } from '#domain/people/birth.ts'
import { SEX_LABELS, SEXES } from '#domain/people/sex.ts'
import { TRACK_LABELS, TRACKS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ExpectedArrival } from '#domain/contract/intake.ts'
import { api } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { birthOf } from '#renderer/features/intake/build-reception.ts'
import { withoutLine } from '#renderer/features/intake/changed-lines.ts'
import { emptyPaper, type IntakeForm, type PaperRow } from '#renderer/features/intake/intake-form.ts'
import { CardMark, ChoiceRow, PillRow, TextRow, useField } from '#renderer/features/intake/intake-rows.tsx'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { DropLine } from '#renderer/features/intake/line-buttons.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import classes from './intake.module.css'

const WAYS: readonly ReceptionWay[] = ['escort', 'walk-in', 'other']

/** What the announcement of somebody expected fills in; what was typed stays. */
export function fromExpected(form: IntakeForm, arrival: ExpectedArrival): Partial<IntakeForm> {
  const birth = birthText(arrival)
  const hasNumber = form.papers.some(({ number }) => number === arrival.number)
  return {
    expectedId: arrival.id,
    name: form.name || arrival.name,
    birth: form.birth || (birth === null ? '' : formatBirth(birth)),
    sex: form.sex ?? arrival.sex,
    track: form.track ?? arrival.track,
    from: form.from || (arrival.fromBody ?? ''),
    decisionNumber: form.decisionNumber || (arrival.decisionNumber ?? ''),
    papers:
      arrival.number === null || hasNumber
        ? form.papers
        : [
            ...form.papers.filter(({ number }) => number !== ''),
            {
              ...emptyPaper(),
              kind: parseIdentityNumber(arrival.number)?.kind ?? 'other',
              number: arrival.number,
            },
          ],
  }
}

/** Who stands at the gate: papers, name, birth, sex, track and who brings them. */
export function WhoSection() {
  const store = useIntakeStore()
  const [sex, setSex] = useField('sex', 'person.fields.sex', 'sex')
  const [track, setTrack] = useField('track', 'stay.track')
  const [how, setHow] = useField('how', 'reception.how')
  const papers = useIntake((form) => form.papers)
  return (
    <IntakeSection step="who" number={1} title="Ai đến" aside={<ExpectedBox />}>
      <div className={classes.cols}>
        <TextRow label="Họ và tên" path="person.fields.name" field="name" required card="name" />
        <TextRow
          label="Ngày sinh"
          path="person.fields.birth"
          field="birth"
          card="birth"
          placeholder="dd/mm/yyyy, chỉ năm cũng được"
          maxLength={10}
        />
        <PillRow
          label="Giới tính"
          path="person.fields.sex"
          name="gioi-tinh"
          required
          card="sex"
          values={SEXES}
          labels={SEX_LABELS}
          value={sex}
          onChange={setSex}
        />
        <TextRow label="Tên gọi khác" path="person.fields.alias" field="alias" maxLength={120} />
      </div>
      <ul className={classes.lines} aria-label="Giấy tờ tùy thân">
        {(papers.length === 0 ? [null] : papers).map((paper, index) => (
          <PaperLine key={paper?.id ?? 'first'} paper={paper} isFirst={index === 0} />
        ))}
      </ul>
      <div className={classes.adds}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
          onClick={() => store.set({ papers: [...store.form().papers, { ...emptyPaper(), kind: 'other' }] })}
        >
          Giấy tờ khác
        </Button>
        <span className={classes.dim}>Không có giấy tờ vẫn tiếp nhận được.</span>
      </div>
      <div className={classes.cols}>
        <PillRow
          label="Diện"
          path="stay.track"
          name="dien"
          required
          values={TRACKS}
          labels={TRACK_LABELS}
          value={track}
          onChange={setTrack}
        />
        <ChoiceRow
          label="Cách đến"
          path="reception.how"
          values={WAYS}
          labels={RECEPTION_WAY_LABELS}
          value={how}
          onChange={(next) => setHow(next === 'import' || next === null ? 'escort' : next)}
        />
        <TextRow label="Bên giao" path="reception.from" field="from" placeholder="Công an xã, phường…" />
        <TextRow label="Số hồ sơ" path="stay.dossierNumber" field="dossierNumber" maxLength={60} />
      </div>
    </IntakeSection>
  )
}

function PaperLine({ paper, isFirst }: { paper: PaperRow | null; isFirst: boolean }) {
  const store = useIntakeStore()
  const today = dayOf(useHubNow())
  const shown = paper ?? { ...emptyPaper(), id: '' }
  const path = `papers.${shown.id}`
  const problem = useProblem(`${path}.number`)
  const sex = useIntake((form) => form.sex)
  const birth = useIntake(birthOf)

  function change(patch: Partial<PaperRow>) {
    const { papers, fromCard } = store.form()
    const changed = { ...shown, source: 'typed' as const, ...patch }
    const row = changed.id === '' ? { ...changed, id: crypto.randomUUID() } : changed
    store.set({
      papers: paper === null ? [...papers, row] : papers.map((one) => (one.id === paper.id ? row : one)),
      fromCard: fromCard.filter((mark) => mark !== 'papers'),
    })
    store.forget(path)
  }

  const read = parseIdentityNumber(shown.number)
  const isCitizen = shown.kind === 'citizen-card' || shown.kind === 'identity-card' || shown.kind === 'vneid'
  const doubts =
    shown.number.trim() === ''
      ? []
      : isCitizen
        ? checkCitizenId(read?.number ?? shown.number, {
            ...(sex === null ? {} : { sex }),
            ...(birth === null ? {} : { birthYear: Number(birth.slice(0, 4)) }),
          })
        : (read?.problems ?? [])
  return (
    <li className={classes.paper}>
      <CodeSelect
        aria-label="Loại giấy tờ"
        codes={IDENTITY_KINDS}
        labels={IDENTITY_KIND_LABELS}
        value={shown.kind}
        onChange={(next) => change({ kind: next })}
        w={214}
        searchable
        selectFirstOptionOnChange
      />
      <TextInput
        aria-label="Số giấy tờ"
        placeholder="Số"
        value={shown.number}
        error={problem !== undefined}
        maxLength={30}
        autoComplete="off"
        w={170}
        onChange={(event) => {
          const number = event.currentTarget.value
          const kind = parseIdentityNumber(number)?.kind
          change({ number, ...(kind !== undefined && kind !== 'other' && { kind }) })
        }}
      />
      <DayField
        aria-label="Ngày cấp"
        today={today}
        value={shown.issuedOn}
        onChange={(issuedOn) => change({ issuedOn })}
      />
      <TextInput
        aria-label="Nơi cấp"
        placeholder="Nơi cấp"
        value={shown.issuedBy}
        maxLength={200}
        autoComplete="off"
        className={classes.grow}
        onChange={(event) => change({ issuedBy: event.currentTarget.value })}
      />
      {isFirst && <CardMark mark="papers" />}
      {paper !== null && (
        <DropLine
          label={`Bỏ giấy tờ ${shown.number}`}
          onDrop={() => store.set({ papers: withoutLine(store.form().papers, paper.id) })}
        />
      )}
      {problem !== undefined && <span className={classes.error}>{problem}</span>}
      {doubts.map(({ code, message }) => (
        <span key={code} className={classes.doubt}>
          {message}
        </span>
      ))}
    </li>
  )
}

/** Picks the announcement this arrival answers. */
function ExpectedBox() {
  const store = useIntakeStore()
  const expectedId = useIntake((form) => form.expectedId)
  const expected = useQuery(api.intake.expected.queryOptions({ input: { state: 'expected' } }))
  const arrivals = expected.data?.arrivals ?? []
  if (arrivals.length === 0) return null
  return (
    <Select
      aria-label="Người dự kiến đến"
      placeholder={`Người dự kiến đến (${arrivals.length})`}
      data={arrivals.map((arrival) => ({
        value: arrival.id,
        label: `${arrival.name} · ${TRACK_LABELS[arrival.track].toLowerCase()} · ${formatDay(arrival.expectedOn)}`,
      }))}
      value={expectedId}
      searchable
      clearable
      w={300}
      onChange={(next) => {
        const arrival = arrivals.find(({ id }) => id === next)
        store.set(arrival ? fromExpected(store.form(), arrival) : { expectedId: null })
      }}
    />
  )
}
