import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PersonMatch } from '#domain/contract/match-shapes.ts'
import { api } from '#renderer/api/client.ts'
import { birthOf } from '#renderer/features/intake/build-reception.ts'
import type { IntakeForm } from '#renderer/features/intake/intake-form.ts'
import { useIntake } from '#renderer/features/intake/intake-store.ts'

const SETTLED_MS = 300

function askedOf(form: IntakeForm) {
  const parent = (relation: 'father' | 'mother') =>
    form.relatives.find((relative) => relative.relation === relation)?.name.trim() || null
  return {
    name: form.name.trim(),
    alias: form.alias.trim() || null,
    birth: birthOf(form),
    sex: form.sex,
    numbers: form.papers.map(({ number }) => number.trim()).filter((number) => number.length >= 7),
    communeCodes: [...new Set(form.addresses.flatMap(({ communeCode }) => communeCode ?? []))],
    father: parent('father'),
    mother: parent('mother'),
    stayNumbers: form.dossierNumber.trim() === '' ? [] : [form.dossierNumber.trim()],
    elsewhere: Math.min(20, form.sheet.rehabs.length),
  }
}

/** People on file who may be the one on the form, asked once the typing rests. */
export function useMatches() {
  const asked = useIntake((form) => JSON.stringify(askedOf(form)))
  const [settled] = useDebouncedValue(asked, SETTLED_MS)
  const input = JSON.parse(settled) as ReturnType<typeof askedOf>
  const isEnough = input.numbers.length > 0 || input.name.split(/\s+/).length >= 2
  const query = useQuery(
    api.intake.match.queryOptions({ input, enabled: isEnough, placeholderData: keepPreviousData }),
  )
  return {
    query,
    isEnough,
    isSettled: settled === asked && (!isEnough || (!query.isFetching && !query.isPlaceholderData)),
    matches: isEnough ? (query.data?.matches ?? []) : [],
    newPerson: query.data?.newPerson,
  }
}

/** Candidates that stop the reception until somebody decides: the hub refuses a second file beside them. */
export function undecided(form: IntakeForm, matches: readonly PersonMatch[]): PersonMatch[] {
  return matches.filter((match) => {
    if (form.known?.personId === match.personId) return match.isOnRoll
    if (form.notSame.some(({ personId }) => personId === match.personId)) return false
    const hasNumber = match.fields.some(({ field, result }) => field === 'number' && result === 'same')
    return hasNumber || (form.known === null && match.level !== 'possible')
  })
}
