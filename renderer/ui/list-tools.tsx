import { CloseButton, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { ShortcutHint } from '#ui/shortcut-hint.tsx'
import classes from './data-list.module.css'

export interface ListFilter {
  value: string
  onChange: (value: string) => void
  /** What may be typed: `Lọc theo tên, số hồ sơ`. */
  placeholder: string
}

interface ListToolsProps {
  filter?: ListFilter
  chips?: ReactNode
  tools?: ReactNode
  /** ↓ or Enter in the filter field: the list takes the focus. */
  onLeave: () => void
}

/** Filter field (`/` from anywhere on the page), chips and tools above a list. */
export function ListTools({ filter, chips, tools, onLeave }: ListToolsProps) {
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])
  if (!filter && !chips && !tools) return null

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape' && filter?.value) filter.onChange('')
    else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
  }

  return (
    <div className={classes.tools}>
      {filter && (
        <TextInput
          ref={field}
          className={classes.filter}
          value={filter.value}
          onChange={(event) => filter.onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          placeholder={filter.placeholder}
          aria-label={filter.placeholder}
          leftSection={<IconFilter size={16} stroke={1.75} aria-hidden />}
          rightSection={
            filter.value ? (
              <CloseButton size="sm" aria-label="Xóa chữ lọc" onClick={() => filter.onChange('')} />
            ) : (
              <ShortcutHint keys={['/']} />
            )
          }
          rightSectionPointerEvents={filter.value ? 'all' : 'none'}
        />
      )}
      {chips}
      {tools && <div className={classes.toolsEnd}>{tools}</div>}
    </div>
  )
}
