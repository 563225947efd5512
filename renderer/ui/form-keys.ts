/** Fields of a form that Enter walks through, in the order of the page. */
function fieldsOf(form: HTMLElement): HTMLElement[] {
  const all = form.querySelectorAll<HTMLElement>('input, select, textarea, button[type="submit"]')
  return [...all].filter(
    (field) =>
      !field.hasAttribute('disabled') &&
      field.tabIndex >= 0 &&
      field.offsetParent !== null &&
      !field.matches('[type="hidden"]'),
  )
}

/** Goes to the field a form begins with: the one that says so, else its first. */
export function focusFirst(form: HTMLElement): void {
  const first = form.querySelector<HTMLElement>('[data-autofocus]') ?? fieldsOf(form)[0]
  first?.focus()
}

/** True where Enter has its own meaning: text of several lines, buttons, open lists, boxes that say so. */
function keepsEnter(target: HTMLElement): boolean {
  return target.matches('textarea, button, a, [aria-expanded="true"], [data-keeps-enter]')
}

/**
 * Moves the focus to the next field for an Enter pressed in `target`; false when Enter keeps its own meaning there or
 * there is no next field. Fields under `data-enter-passes` are passed over, unless the Enter comes from among them.
 */
export function focusNextField(form: HTMLElement, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || keepsEnter(target)) return false
  const fields = fieldsOf(form)
  const next = fields.slice(fields.indexOf(target) + 1).find((field) => {
    const passed = field.closest('[data-enter-passes]')
    return passed === null || passed.contains(target)
  })
  if (!next) return false
  next.focus()
  if (next instanceof HTMLInputElement) next.select()
  return true
}

/** Marks a box whose text cannot be read: what it stands for is what it held before. */
export const UNREAD = 'data-unread'

/** The first box of a form that cannot be read. */
export function unreadIn(form: HTMLElement): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[${UNREAD}]`)
}

/** Goes to the first box of a form that cannot be read; false when there is none. */
export function focusUnread(form: HTMLElement): boolean {
  const box = unreadIn(form)
  if (box === null) return false
  // A box says what is wrong on being left.
  box.blur()
  box.focus()
  return true
}
