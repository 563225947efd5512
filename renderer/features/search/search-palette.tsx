/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a combobox whose options hold more than text */
import { Loader, Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { SearchHit } from '#domain/contract/person-shapes.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { findScreens, type FoundEntry } from '#renderer/features/search/search-entries.ts'
import { SearchOption } from '#renderer/features/search/search-option.tsx'
import { ShortcutHint } from '#ui/shortcut-hint.tsx'
import classes from './search-palette.module.css'

interface Group {
  title: string
  entries: FoundEntry[]
}

function people(hits: readonly SearchHit[]): FoundEntry[] {
  return hits.map((hit) => ({ kind: 'person', href: personHref(hit.personId), hit }))
}

/** What was found for the words, in groups that have something in them. */
function useFound(typed: string, isOpen: boolean) {
  const desk = useDesk()
  const permissions = desk?.permissions ?? []
  const text = typed.trim()
  const maySearch = permissions.includes('people.search')
  const found = useQuery({
    ...api.people.search.queryOptions({ input: { text } }),
    enabled: isOpen && maySearch && text !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
  const answer = text === '' ? undefined : found.data
  const screens = findScreens(text, permissions).map((screen): FoundEntry => ({
    kind: 'screen',
    href: screen.href,
    screen,
  }))
  const groups: Group[] = [
    { title: 'Trong danh sách', entries: people(answer?.present ?? []) },
    { title: 'Không có trong danh sách', entries: people(answer?.past ?? []) },
    { title: 'Màn hình và việc', entries: screens },
  ].filter((group) => group.entries.length > 0)
  return {
    groups,
    hasMore: answer?.hasMore ?? false,
    isSearching: found.isFetching,
    problem: found.error && text !== '' ? toHubError(found.error).message : null,
  }
}

/** The search over everything: people, screens and acts, by keyboard alone. */
export function SearchPalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={680} yOffset="8vh" centered={false}>
      <Modal.Overlay />
      <Modal.Content aria-label="Tìm người, việc, lệnh" radius="md">
        <PaletteBody isOpen={isOpen} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

function PaletteBody({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { history } = useRouter()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const { groups, hasMore, isSearching, problem } = useFound(typed, isOpen)
  const entries = groups.flatMap((group) => group.entries)
  const chosen = Math.min(active, entries.length - 1)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, groups])

  function open(href: string) {
    onClose()
    history.push(href)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const entry = entries[chosen]
    if (event.key === 'ArrowDown') setActive(entries.length === 0 ? 0 : (chosen + 1) % entries.length)
    else if (event.key === 'ArrowUp') setActive((chosen - 1 + entries.length) % Math.max(1, entries.length))
    else if (event.key === 'Enter' && entry) open(entry.href)
    else return
    event.preventDefault()
  }

  return (
    <Modal.Body p={0} className={classes.body}>
      <TextInput
        className={classes.field}
        size="md"
        data-autofocus
        role="combobox"
        aria-label="Tìm người, việc, lệnh"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-activedescendant={entries.length > 0 ? `${listId}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder="Tên, số giấy tờ, số hồ sơ, giường…"
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        rightSection={
          isSearching ? (
            <output aria-label="Đang tìm">
              <Loader size={14} aria-hidden />
            </output>
          ) : null
        }
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label="Kết quả" className={classes.list}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className={classes.group} aria-hidden>
              {group.title}
            </div>
            {group.entries.map((entry) => {
              const own = entries.indexOf(entry)
              return (
                <SearchOption
                  key={`${entry.kind}-${entry.href}`}
                  domId={`${listId}-${own}`}
                  entry={entry}
                  typed={typed}
                  isActive={own === chosen}
                  onPoint={() => setActive(own)}
                  onOpen={() => open(entry.href)}
                />
              )
            })}
          </div>
        ))}
      </div>
      {problem && (
        <p className={classes.message} role="alert">
          {problem}
        </p>
      )}
      {!problem && typed.trim() !== '' && entries.length === 0 && !isSearching && (
        <p className={classes.message}>
          Không thấy ai. Thử bỏ bớt chữ, gõ không dấu, hoặc gõ vài số cuối của giấy tờ.
        </p>
      )}
      <div className={classes.foot}>
        <ShortcutHint keys={['↑']} />
        <ShortcutHint keys={['↓']} label="chọn" />
        <ShortcutHint keys={['Enter']} label="mở" />
        <ShortcutHint keys={['Esc']} label="đóng" />
        <output className={classes.more}>{hasMore ? 'Còn nữa: gõ thêm để thu hẹp.' : ''}</output>
      </div>
    </Modal.Body>
  )
}
