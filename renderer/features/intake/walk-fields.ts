const FIELDS =
  'input, select, textarea, button[type="submit"], button[data-walk], a[data-walk], [data-problem]'

/** Fields and the acts between them that Enter walks through; of a group of choices only the one that holds. */
function fieldsOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(FIELDS)].filter(
    (field) =>
      !field.hasAttribute('disabled') &&
      field.tabIndex >= 0 &&
      field.offsetParent !== null &&
      !field.matches('[type="hidden"], [type="file"]') &&
      isEntrance(form, field),
  )
}

function isEntrance(form: HTMLElement, field: HTMLElement): boolean {
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return true
  const group = [...form.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${field.name}"]`)]
  return field === (group.find(({ checked }) => checked) ?? group[0])
}

function enter(field: HTMLElement): void {
  field.focus()
  if (field instanceof HTMLInputElement && field.type !== 'radio') field.select()
}

/** Moves on for an Enter in `target`; false where Enter has its own meaning. */
export function walkOn(form: HTMLElement, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('textarea, button, a, [aria-expanded="true"]')) return false
  if (target instanceof HTMLInputElement && target.type === 'radio' && !target.checked) {
    // The first Enter on a group takes what stands there.
    const group = form.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${target.name}"]`)
    if (![...group].some(({ checked }) => checked)) target.click()
  }
  const fields = fieldsOf(form)
  const here = fields.indexOf(target)
  const at = here >= 0 ? here : fields.findIndex((field) => isAfter(field, target)) - 1
  const next = fields[at + 1]
  if (!next) return false
  enter(next)
  return true
}

function isAfter(field: HTMLElement, target: HTMLElement): boolean {
  return (target.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** The first field with a sentence about it; false when there is none on the page. */
export function focusFirstProblem(form: HTMLElement): boolean {
  const wrong = form.querySelector<HTMLElement>(
    'input[aria-invalid="true"], textarea[aria-invalid="true"], fieldset[aria-invalid="true"] input, [data-problem]',
  )
  if (!wrong) return false
  wrong.focus()
  wrong.scrollIntoView({ block: 'center' })
  return true
}

/** True for what must be filled in and is not. */
function isEmpty(form: HTMLElement, field: HTMLElement): boolean {
  if (!(field instanceof HTMLInputElement)) return false
  if (field.type !== 'radio') return field.required && field.value === ''
  const group = form.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${field.name}"]`)
  return field.closest('fieldset[data-required]') !== null && ![...group].some(({ checked }) => checked)
}

/** The first field of a section that still must be filled in, else its first field or act. */
export function focusSection(id: string): void {
  const section = document.getElementById(id)
  if (!section) return
  section.scrollIntoView({ block: 'start' })
  const fields = fieldsOf(section)
  const target =
    fields.find((field) => isEmpty(section, field)) ??
    fields[0] ??
    section.querySelector<HTMLElement>('button, a')
  target?.focus({ preventScroll: true })
}
