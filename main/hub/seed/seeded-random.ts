import { createHash } from 'node:crypto'

/** Numbers that look random and are the same for the same words: sfc32 over a hash of them. */
export class SeededRandom {
  #a: number
  #b: number
  #c: number
  #d: number

  constructor(...words: readonly (string | number)[]) {
    const hash = createHash('sha256').update(words.join('\0')).digest()
    this.#a = hash.readInt32LE(0)
    this.#b = hash.readInt32LE(4)
    this.#c = hash.readInt32LE(8)
    this.#d = hash.readInt32LE(12)
  }

  /** From 0 up to, but without, 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    return (sum >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `most`, both possible. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<const L extends readonly [unknown, ...unknown[]]>(list: L): L[number] {
    return list[Math.floor(this.next() * list.length)] ?? list[0]
  }

  /** One of the values, each as often as its weight says. */
  weighted<T>(choices: readonly [readonly [T, number], ...(readonly [T, number])[]]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of choices) {
      left -= weight
      if (left < 0) return value
    }
    return choices[0][0]
  }

  /** Lower-case hexadecimal digits. */
  hex(digits: number): string {
    let text = ''
    while (text.length < digits)
      text += Math.floor(this.next() * 4_294_967_296)
        .toString(16)
        .padStart(8, '0')
    return text.slice(0, digits)
  }
}

/** Makes UUIDs that grow within and across blocks, so that rows go in at the end of every index. */
export function uuidMaker(random: SeededRandom, block: number): () => string {
  const prefix = block.toString(16).padStart(4, '0')
  let made = 0
  return () => {
    made += 1
    const rest = random.hex(22)
    const count = made.toString(16).padStart(4, '0')
    return `${prefix}${count}-${rest.slice(0, 4)}-4${rest.slice(4, 7)}-8${rest.slice(7, 10)}-${rest.slice(10, 22)}`
  }
}
