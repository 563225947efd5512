/** Keys faster than a hand: a scanner leaves a few milliseconds between them. */
const FASTEST_HAND_MS = 45
/** So many of them without a break are nobody's fingers, even where keys are rolled. */
const SURE_AFTER = 6
/** A pause between two things typed. A page busy with the first keys of a burst stays well under it. */
const PAUSE_MS = 250
/** Silence that ends a burst without Enter. */
const SILENCE_MS = 220

type TextBox = HTMLInputElement | HTMLTextAreaElement

/** What stood in a box before the first key of a burst. */
interface Before {
  box: TextBox | null
  value: string
  from: number | null
  to: number | null
}

export interface ScanCatcherProps {
  /** A text box nobody sees, into which the rest of a burst is led: no input method knows it, no field reacts. */
  sink: HTMLTextAreaElement
  /**
   * Both readings of a burst: keys as struck, and the text they made. Returns false when it is nothing for the screen;
   * then the burst goes to the field it was meant for.
   */
  onBurst: (texts: readonly string[]) => boolean
}

function textBoxOf(target: EventTarget | null): TextBox | null {
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && target.selectionStart !== null ? target : null
}

/** The character on the key itself, also while an input method holds it back. */
function struck(event: KeyboardEvent): string {
  if (event.key.length === 1) return event.key
  const plain = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1]
  if (plain === undefined || (event.key !== 'Process' && event.key !== 'Unidentified')) return ''
  return event.shiftKey ? plain : plain.toLowerCase()
}

function standing(): Before {
  const box = textBoxOf(document.activeElement)
  return {
    box,
    value: box?.value ?? '',
    from: box?.selectionStart ?? null,
    to: box?.selectionEnd ?? null,
  }
}

/** What the keys of a burst have made in their box so far; some of it may have come without a key. */
function madeSince({ box, from }: Before): string {
  return box?.isConnected && from !== null ? box.value.slice(from, box.selectionStart ?? from) : ''
}

/** Puts text back as if it had never been typed over; React hears of it as of any typing. */
function restore({ box, value, from, to }: Before): void {
  if (!box?.isConnected) return
  const prototype = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  const property = Object.getOwnPropertyDescriptor(prototype.prototype, 'value')
  property?.set?.call(box, value)
  box.dispatchEvent(new Event('input', { bubbles: true }))
  box.setSelectionRange(from, to)
}

/**
 * Tells a scanner from a person by its speed, wherever the cursor stands. The first keys of a burst are taken back out
 * of the field, the rest is led past it.
 */
export class ScanCatcher {
  readonly #props: ScanCatcherProps
  #keys = ''
  /** Keys in a row that no hand strikes so fast. */
  #fast = 0
  #lastMs = 0
  #before: Before | null = null
  #isCatching = false
  #home: HTMLElement | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(props: ScanCatcherProps) {
    this.#props = props
  }

  /** Listens to the whole window. Returns the way to stop. */
  start(): () => void {
    const onKey = (event: KeyboardEvent) => this.#key(event)
    const onPaste = (event: ClipboardEvent) => this.#paste(event)
    const onInput = () => this.#wait()
    globalThis.addEventListener('keydown', onKey, { capture: true })
    globalThis.addEventListener('paste', onPaste, { capture: true })
    this.#props.sink.addEventListener('input', onInput)
    return () => {
      clearTimeout(this.#timer)
      globalThis.removeEventListener('keydown', onKey, { capture: true })
      globalThis.removeEventListener('paste', onPaste, { capture: true })
      this.#props.sink.removeEventListener('input', onInput)
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.repeat || event.ctrlKey || event.metaKey) return
    if (this.#isCatching) {
      this.#keys += struck(event)
      if (event.key === 'Enter') {
        event.preventDefault()
        event.stopPropagation()
        this.#end()
      } else {
        // A Tab between the fields of a card must not leave the sink.
        if (event.key === 'Tab') {
          event.preventDefault()
          this.#keys += '\t'
          this.#props.sink.value += '\t'
        }
        event.stopPropagation()
        this.#wait()
      }
      return
    }
    const character = struck(event)
    if (character === '') {
      // Shift comes before capitals; anything else is a hand.
      if (event.key !== 'Shift' && event.key !== 'Alt') this.#keys = ''
      return
    }
    const gap = event.timeStamp - this.#lastMs
    this.#lastMs = event.timeStamp
    if (gap > PAUSE_MS || this.#keys === '') {
      this.#keys = character
      this.#fast = 0
      this.#before = standing()
      return
    }
    this.#keys += character
    this.#fast = gap < FASTEST_HAND_MS ? this.#fast + 1 : 0
    if (this.#fast >= SURE_AFTER) this.#catch(event)
  }

  #catch(event: KeyboardEvent): void {
    const { sink } = this.#props
    event.preventDefault()
    event.stopPropagation()
    this.#isCatching = true
    this.#home = document.activeElement instanceof HTMLElement ? document.activeElement : null
    const struckBefore = this.#keys.slice(0, -1)
    const made = this.#before ? madeSince(this.#before) : ''
    // A field that takes digits only has made less than was struck.
    sink.value = (made.length >= struckBefore.length ? made : struckBefore) + this.#keys.slice(-1)
    sink.focus({ preventScroll: true })
    sink.setSelectionRange(sink.value.length, sink.value.length)
    if (this.#before) restore(this.#before)
    this.#wait()
  }

  #wait(): void {
    if (!this.#isCatching) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end(), SILENCE_MS)
  }

  #end(): void {
    clearTimeout(this.#timer)
    const typed = this.#props.sink.value
    const keys = this.#keys
    const before = this.#before
    this.#props.sink.value = ''
    this.#isCatching = false
    this.#keys = ''
    this.#before = null
    this.#home?.focus({ preventScroll: true })
    // The longer reading lost less on the way.
    const texts = [typed, keys].toSorted((a, b) => b.length - a.length)
    if (this.#props.onBurst(texts)) return
    if (before?.box) document.execCommand('insertText', false, typed)
  }

  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!text.includes('|') || !this.#props.onBurst([text])) return
    event.preventDefault()
    event.stopPropagation()
  }
}
