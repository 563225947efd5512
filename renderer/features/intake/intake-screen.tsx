import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { memo, useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { Received } from '#domain/contract/intake.ts'
import { readCardScan, type CardScan } from '#domain/identity/card-scan.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { unsentSentence } from '#renderer/features/dossier/files-underway.ts'
import { applyCard } from '#renderer/features/intake/apply-card.ts'
import { buildReception, byRow } from '#renderer/features/intake/build-reception.ts'
import { CardNotice } from '#renderer/features/intake/card-notice.tsx'
import { emptyIntake, type IntakeForm } from '#renderer/features/intake/intake-form.ts'
import { IntakeFrame } from '#renderer/features/intake/intake-frame.tsx'
import { IntakeContext, IntakeStore } from '#renderer/features/intake/intake-store.ts'
import { sectionId } from '#renderer/features/intake/intake-section.tsx'
import { stepsOf } from '#renderer/features/intake/progress.ts'
import { ReceptionDone } from '#renderer/features/intake/reception-done.tsx'
import { ScanCatcher } from '#renderer/features/intake/scan-catcher.ts'
import { AlertsSection } from '#renderer/features/intake/section-alerts.tsx'
import { BedSection } from '#renderer/features/intake/section-bed.tsx'
import { HealthSection } from '#renderer/features/intake/section-health.tsx'
import { HomeSection } from '#renderer/features/intake/section-home.tsx'
import { LooksSection } from '#renderer/features/intake/section-looks.tsx'
import { MatchSection } from '#renderer/features/intake/section-match.tsx'
import { PapersSection } from '#renderer/features/intake/section-papers.tsx'
import { SheetSection } from '#renderer/features/intake/section-sheet.tsx'
import { TermSection } from '#renderer/features/intake/section-term.tsx'
import { ThingsSection } from '#renderer/features/intake/section-things.tsx'
import { fromExpected, WhoSection } from '#renderer/features/intake/section-who.tsx'
import { useChecklist } from '#renderer/features/intake/use-checklist.ts'
import { undecided, useMatches } from '#renderer/features/intake/use-matches.ts'
import { focusFirstProblem, focusSection } from '#renderer/features/intake/walk-fields.ts'
import type { DraftOf } from '#renderer/features/people/use-draft.ts'
import classes from './intake.module.css'

interface IntakeScreenProps {
  draftId: string
  draft: DraftOf<IntakeForm>
  /** What was typed before, on whatever desk. */
  kept: IntakeForm | null
  expectedId: string | null
}

/** The intake of one person: scan, match, papers, bed, saved as one act. */
export function IntakeScreen(props: IntakeScreenProps) {
  const { draft } = props
  const [store] = useState(() => new IntakeStore(props.kept ?? emptyIntake(), draft.keep))
  const [received, setReceived] = useState<Received | null>(null)
  const router = useRouter()

  const next = useCallback(() => router.history.push('/tiep-nhan'), [router])
  useEffect(() => {
    // Ctrl+N belongs to the browser.
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.code !== 'KeyN') return
      event.preventDefault()
      next()
    }
    globalThis.addEventListener('keydown', onKey)
    return () => globalThis.removeEventListener('keydown', onKey)
  }, [next])

  if (received) return <ReceptionDone received={received} name={store.form().name.trim()} onNext={next} />
  return (
    <IntakeContext value={store}>
      <IntakeBody
        {...props}
        store={store}
        onReceived={(done) => {
          setReceived(done)
          draft.discard()
        }}
      />
    </IntakeContext>
  )
}

function IntakeBody({
  draftId,
  draft,
  expectedId,
  store,
  onReceived,
}: IntakeScreenProps & { store: IntakeStore; onReceived: (received: Received) => void }) {
  const desk = useDesk()
  const router = useRouter()
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const form = useSyncExternalStore(store.subscribe, store.form)
  const problems = useSyncExternalStore(store.subscribe, store.problems)
  const formRef = useRef<HTMLFormElement>(null)
  const sinkRef = useRef<HTMLTextAreaElement>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [scan, setScan] = useState<Exclude<CardScan, { kind: 'other' }> | null>(null)
  const [scans, setScans] = useState(0)
  const checklist = useChecklist()
  const { matches } = useMatches()
  const mayMedical = desk?.permissions.includes('medical.edit') ?? false
  useExpected(store, expectedId)

  const steps = stepsOf(form, problems, {
    open: undecided(form, matches).length,
    checklist: form.track === null ? [] : (checklist.data?.items ?? []),
    missingDays: checklist.data?.missingDays ?? 0,
    mayMedical,
  })

  const onBurst = useEffectEvent((texts: readonly string[]): boolean => {
    const read = texts.map((text) => readCardScan(text, today))
    const best = read.find(({ kind }) => kind === 'card') ?? read.find(({ kind }) => kind === 'mangled')
    if (!best || best.kind === 'other') return false
    setScan(best)
    if (best.kind === 'card') {
      store.set(applyCard(store.form(), best.card))
      store.setProblems({})
      setScans((count) => count + 1)
    }
    return true
  })
  useEffect(() => {
    const sink = sinkRef.current
    return sink ? new ScanCatcher({ sink, onBurst: (texts) => onBurst(texts) }).start() : undefined
  }, [])

  useEffect(() => focusSection(sectionId('who')), [])

  /** On to what still stops the reception; when nothing does, to the bed and then to the button. */
  const goOn = useCallback(() => {
    // After the sections have been drawn with what was just decided.
    setTimeout(() => {
      const button = formRef.current?.querySelector<HTMLElement>('[data-same], [data-inside], [data-ordinal]')
      if (button) {
        button.focus()
        return
      }
      const now = store.form()
      const first = stepsOf(now, {}, { open: 0, checklist: [], missingDays: 0, mayMedical: false }).find(
        ({ id, state }) => state === 'missing' && id !== 'match' && id !== 'papers',
      )
      if (first) focusSection(sectionId(first.id))
      else
        focusSection(sectionId(now.track !== null && Object.keys(now.dossier).length > 0 ? 'bed' : 'papers'))
    }, 0)
  }, [store])

  function show(found: Readonly<Record<string, string>>, message: string) {
    store.setProblems(found)
    setProblem(message)
    setTimeout(() => {
      if (formRef.current) focusFirstProblem(formRef.current)
    }, 0)
  }

  async function save() {
    setIsSaving(true)
    const { failed } = await store.files.settle()
    setIsSaving(false)
    if (failed.length > 0) {
      setProblem(unsentSentence(failed))
      return
    }
    const built = buildReception(store.form(), { medical: mayMedical })
    if (built.input === null) {
      const [first] = Object.values(built.problems)
      show(
        built.problems,
        Object.keys(built.problems).length === 1
          ? (first ?? '')
          : 'Còn ô chưa đúng, xem dòng chữ dưới từng ô.',
      )
      return
    }
    setIsSaving(true)
    setProblem(null)
    try {
      onReceived(await hub.intake.receive(built.input, { context: { key: draftId } }))
    } catch (error) {
      const refused = toHubError(error)
      show(byRow(fieldErrors(refused), built.input), refused.message)
      // Somebody else was quicker: who is inside, which bed is free and which file is newest are asked again.
      if (refused.code !== 'unreachable') await queryClient.invalidateQueries({ queryKey: api.intake.key() })
    } finally {
      setIsSaving(false)
    }
  }

  const name = form.name.trim() || 'người này'
  const where = form.bed === null ? ', xếp giường sau' : ` vào giường ${form.bed.code}`
  const leave = () => router.history.push('/')
  return (
    <>
      <textarea
        ref={sinkRef}
        className={classes.sink}
        tabIndex={-1}
        aria-hidden
        lang="en"
        spellCheck={false}
      />
      <IntakeFrame
        form={formRef}
        steps={steps}
        saveLabel={`Tiếp nhận ${name}${where}`}
        isSaving={isSaving}
        problem={problem}
        draft={draft.status}
        wouldLose={draft.status.state === 'waiting' && !draft.status.isKept}
        onSave={() => void save()}
        onLeave={leave}
        onDrop={() => {
          draft.discard()
          leave()
        }}
      >
        {scan && <CardNotice scan={scan} onClose={() => setScan(null)} />}
        <Sections scans={scans} onDecided={goOn} mayMedical={mayMedical} />
      </IntakeFrame>
    </>
  )
}

/** The parts of the form; drawn once, each listens to its own fields. */
const Sections = memo(function Sections({
  scans,
  onDecided,
  mayMedical,
}: {
  scans: number
  onDecided: () => void
  mayMedical: boolean
}) {
  return (
    <>
      <WhoSection />
      <MatchSection scans={scans} onDecided={onDecided} />
      <PapersSection />
      <TermSection />
      <HomeSection />
      <LooksSection />
      <ThingsSection />
      <SheetSection />
      <HealthSection mayMedical={mayMedical} />
      <AlertsSection />
      <BedSection />
    </>
  )
})

/** Fills in what was announced of the person, once, when the page is opened from the list of arrivals. */
function useExpected(store: IntakeStore, expectedId: string | null): void {
  const expected = useQuery(
    api.intake.expected.queryOptions({ input: { state: 'expected' }, enabled: expectedId !== null }),
  )
  const arrival = expected.data?.arrivals.find(({ id }) => id === expectedId)
  useEffect(() => {
    if (arrival && store.form().expectedId !== arrival.id) store.set(fromExpected(store.form(), arrival))
  }, [arrival, store])
}
