import { PasswordInput } from '@mantine/core'
import { IconArrowBigUpLine, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import type { RowControl } from '#ui/form-row.tsx'
import classes from './sign-in.module.css'

export interface PasswordBoxProps extends Partial<RowControl> {
  value: string
  onChange: (value: string) => void
  isNew?: boolean
  isFirst?: boolean
}

/** A password with a way to look at it, and a word when Caps Lock is on. */
export function PasswordBox({
  value,
  onChange,
  isNew = false,
  isFirst = false,
  ...control
}: PasswordBoxProps) {
  const [isCaps, setIsCaps] = useState(false)
  const watchCaps = (event: KeyboardEvent) => setIsCaps(event.getModifierState('CapsLock'))
  return (
    <>
      <PasswordInput
        {...control}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={watchCaps}
        onKeyUp={watchCaps}
        onBlur={() => setIsCaps(false)}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        maxLength={400}
        spellCheck={false}
        data-autofocus={isFirst || undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a page or cover that has just opened
        autoFocus={isFirst}
        visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc giấu mật khẩu', tabIndex: 0 }}
        visibilityToggleIcon={({ reveal }) =>
          reveal ? (
            <IconEyeOff size={16} stroke={1.75} aria-hidden />
          ) : (
            <IconEye size={16} stroke={1.75} aria-hidden />
          )
        }
      />
      <output className={classes.caps}>
        {isCaps && (
          <>
            <IconArrowBigUpLine size={14} aria-hidden /> Caps Lock đang bật
          </>
        )}
      </output>
    </>
  )
}
