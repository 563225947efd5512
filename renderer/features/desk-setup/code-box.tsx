import { TextInput } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { caretInCode, formatTypedCode } from '#renderer/features/desk-setup/typed-code.ts'
import type { RowControl } from '#ui/form-row.tsx'
import classes from './desk-setup.module.css'

export interface CodeBoxProps {
  control: RowControl
  value: string
  onChange: (value: string) => void
}

/** Takes a pairing code typed or pasted in any spelling and shows it in groups of four. */
export function CodeBox({ control, value, onChange }: CodeBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)

  useLayoutEffect(() => {
    if (caret.current !== null) box.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [value])

  return (
    <TextInput
      {...control}
      ref={box}
      className={classes.code}
      value={value}
      onChange={({ currentTarget }) => {
        caret.current = caretInCode(currentTarget.value, currentTarget.selectionStart ?? 0)
        onChange(formatTypedCode(currentTarget.value))
      }}
      placeholder="0000 0000 0000 0000 0000 0000 0000"
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
    />
  )
}
