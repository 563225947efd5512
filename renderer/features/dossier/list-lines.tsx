import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import classes from './dossier.module.css'

export interface ListLinesProps<Line> {
  lines: readonly Line[]
  onChange: (lines: Line[]) => void
  /** A line with nothing in it. */
  empty: () => Line
  /** `Thêm chất`. */
  addLabel: string
  /** Names a line for its remove button: `chất`. */
  noun: string
  /** What the lines are, for screen readers: the label of their row. */
  label: string
  most: number
  children: (line: Line, put: (change: Partial<Line>) => void, index: number) => ReactNode
}

/** Lines of a form that are added and removed one by one. */
export function ListLines<Line>(props: ListLinesProps<Line>) {
  const { lines, onChange, noun, most } = props
  // Keys of their own: a line has no name until it is filled in.
  const [keys, setKeys] = useState(() => lines.map(() => crypto.randomUUID()))
  return (
    <fieldset className={classes.lineSet} aria-label={props.label}>
      {lines.map((line, index) => (
        <div key={keys[index] ?? index} className={classes.line}>
          <div className={classes.lineBoxes}>
            {props.children(
              line,
              (change) => onChange(lines.map((one, at) => (at === index ? { ...one, ...change } : one))),
              index,
            )}
          </div>
          <ActionIcon
            size={30}
            aria-label={`Bỏ ${noun} ${index + 1}`}
            onClick={() => {
              setKeys(keys.filter((_, at) => at !== index))
              onChange(lines.filter((_, at) => at !== index))
            }}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          disabled={lines.length >= most}
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
          onClick={() => {
            setKeys([...keys, crypto.randomUUID()])
            onChange([...lines, props.empty()])
          }}
        >
          {props.addLabel}
        </Button>
      </div>
    </fieldset>
  )
}
