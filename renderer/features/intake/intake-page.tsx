import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { PagePending } from '#renderer/app/page-states.tsx'
import { readIntake } from '#renderer/features/intake/intake-form.ts'
import { IntakeScreen } from '#renderer/features/intake/intake-screen.tsx'
import { draftForm, UnfinishedList } from '#renderer/features/intake/unfinished-list.tsx'
import { useDraft } from '#renderer/features/people/use-draft.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'

/** `/tiep-nhan`: a fresh form under an address of its own, so that reloading finds what was typed. */
export function NewIntakePage() {
  const router = useRouter()
  const { den }: { den?: unknown } = useSearch({ strict: false })
  useEffect(() => {
    const asked = typeof den === 'string' ? `?den=${den}` : ''
    router.history.replace(`/tiep-nhan/${crypto.randomUUID()}${asked}`)
  }, [router, den])
  return <PagePending />
}

/** `/tiep-nhan/<draft>`: takes a person from the gate to a bed. */
export function IntakePage() {
  const { draftId = '' }: { draftId?: string } = useParams({ strict: false })
  const { den }: { den?: unknown } = useSearch({ strict: false })
  return (
    <>
      <PageHeader
        title="Tiếp nhận"
        note={<UnfinishedList current={draftId} />}
        acts={<InnerLink href="/tiep-nhan/du-kien">Người dự kiến đến</InnerLink>}
      />
      <IntakeDesk key={draftId} draftId={draftId} expectedId={typeof den === 'string' ? den : null} />
    </>
  )
}

function IntakeDesk({ draftId, expectedId }: { draftId: string; expectedId: string | null }) {
  const draft = useDraft(draftForm(draftId), readIntake)
  if (draft.found === null) return <PagePending />
  return <IntakeScreen draftId={draftId} draft={draft} kept={draft.found.value} expectedId={expectedId} />
}
