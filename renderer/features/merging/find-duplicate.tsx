import { Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonMatch } from '#domain/contract/match-shapes.ts'
import type { PersonFile } from '#domain/contract/person-shapes.ts'
import { formatBirth } from '#domain/people/birth.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { photoUrl } from '#renderer/features/dossier/person-photo.ts'
import { NotSame } from '#renderer/features/merging/not-same.tsx'
import type { Tone } from '#ui/colors.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { PersonPhoto } from '#ui/person-photo.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './merging.module.css'

const RESULT_TONES: Record<PersonMatch['fields'][number]['result'], Tone> = {
  same: 'ok',
  close: 'soon',
  differs: 'late',
  unknown: 'ended',
}

/** Who may be the same person: by what the records say, or by name. */
export function FindDuplicate({
  file,
  onChoose,
}: {
  file: PersonFile
  onChoose: (personId: string) => void
}) {
  const found = useQuery(api.merging.duplicates.queryOptions({ input: { personId: file.id } }))
  const [notSame, setNotSame] = useState<{ id: string; name: string } | null>(null)
  return (
    <div className={classes.stack}>
      <Panel title={`Ai có thể là ${file.name}?`} flush>
        {found.isPending && <PagePending />}
        {found.error && (
          <ErrorState
            title="Chưa tìm được hồ sơ giống"
            sentence={toHubError(found.error).message}
            onRetry={() => void found.refetch()}
          />
        )}
        {found.data?.matches.length === 0 && (
          <EmptyState title="Không thấy hồ sơ nào giống">
            Nếu vẫn biết có hồ sơ trùng, tìm theo tên ở dưới.
          </EmptyState>
        )}
        <ul className={classes.candidates}>
          {found.data?.matches.map((match) => (
            <Candidate
              key={match.personId}
              match={match}
              onCompare={() => onChoose(match.personId)}
              onNotSame={() => setNotSame({ id: match.personId, name: match.name })}
            />
          ))}
        </ul>
      </Panel>
      <Panel title="Tìm hồ sơ khác">
        <SearchOther exceptId={file.id} onChoose={onChoose} />
      </Panel>
      <NotSame person={file} other={notSame} onClose={() => setNotSame(null)} />
    </div>
  )
}

function Candidate({
  match,
  onCompare,
  onNotSame,
}: {
  match: PersonMatch
  onCompare: () => void
  onNotSame: () => void
}) {
  const facts = [
    match.birth === null ? 'chưa rõ ngày sinh' : formatBirth(match.birth),
    SEX_LABELS[match.sex],
    `${match.stays.length} đợt cai nghiện`,
    match.where,
  ]
  return (
    <li className={classes.candidate}>
      <PersonPhoto fullName={match.name} photoUrl={photoUrl(match.photoId)} size={40} />
      <div>
        <p>
          <span className={classes.name}>{match.name}</span>{' '}
          <span className={classes.dim}>
            {facts.filter(Boolean).join(' · ')} · {match.levelLabel}
          </span>
        </p>
        <div className={classes.agree}>
          {match.fields
            .filter(({ result }) => result !== 'unknown')
            .map(({ field, label, result, resultLabel }) => (
              <ToneChip
                key={field}
                tone={RESULT_TONES[result]}
                text={`${label}: ${resultLabel.toLowerCase()}`}
                quiet={result === 'same'}
              />
            ))}
        </div>
      </div>
      <div className={classes.acts}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={`Không phải cùng người: ${match.name}`}
          onClick={onNotSame}
        >
          Không phải cùng người
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`So sánh với ${match.name}`}
          onClick={onCompare}
        >
          So sánh
        </Button>
      </div>
    </li>
  )
}

function SearchOther({ exceptId, onChoose }: { exceptId: string; onChoose: (personId: string) => void }) {
  const [words, setWords] = useState('')
  const [text] = useDebouncedValue(words, 150)
  const found = useQuery(
    api.people.search.queryOptions({
      input: { text },
      enabled: text.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const hits = [...(found.data?.present ?? []), ...(found.data?.past ?? [])].filter(
    (hit) => hit.personId !== exceptId,
  )
  const people = [...new Map(hits.map((hit) => [hit.personId, hit])).values()]
  return (
    <div className={classes.search}>
      <Select
        aria-label="Tìm người kia"
        searchable
        placeholder="Gõ tên, số giấy tờ hoặc số hồ sơ"
        searchValue={words}
        onSearchChange={setWords}
        filter={({ options }) => options}
        nothingFoundMessage={words.trim() === '' ? null : 'Không tìm thấy ai'}
        data={people.map((hit) => ({
          value: hit.personId,
          label: [hit.name, hit.birthOn?.slice(0, 4), hit.bedCode ?? (hit.state === 'ended' ? 'đã ra' : '')]
            .filter(Boolean)
            .join(' · '),
        }))}
        value={null}
        onChange={(id) => {
          if (id !== null) onChoose(id)
        }}
      />
    </div>
  )
}
