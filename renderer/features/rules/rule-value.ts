import type { RuleValue } from '#domain/law/rule.ts'

/** A value as the fields of the form hold it. */
export interface TypedValue {
  kind: 'number' | 'range' | 'flag' | 'text'
  number: number | string
  min: number | string
  max: number | string
  flag: boolean
  text: string
}

const EMPTY = { number: '', min: '', max: '', flag: false, text: '' } as const

/** A rule's value taken apart for the form. */
export function typedValue(value: RuleValue): TypedValue {
  if (typeof value === 'number') return { ...EMPTY, kind: 'number', number: value }
  if (typeof value === 'boolean') return { ...EMPTY, kind: 'flag', flag: value }
  if (typeof value === 'string') return { ...EMPTY, kind: 'text', text: value }
  return { ...EMPTY, kind: 'range', min: value.min ?? '', max: value.max ?? '' }
}

/** The form's fields put together; null while something is missing. */
export function valueOf(typed: TypedValue): RuleValue | null {
  switch (typed.kind) {
    case 'number':
      return typeof typed.number === 'number' ? typed.number : null
    case 'flag':
      return typed.flag
    case 'text':
      return typed.text.trim() === '' ? null : typed.text.trim()
    case 'range': {
      const { min, max } = typed
      if (typeof min !== 'number' && typeof max !== 'number') return null
      return {
        ...(typeof min === 'number' ? { min } : {}),
        ...(typeof max === 'number' ? { max } : {}),
      }
    }
  }
}
