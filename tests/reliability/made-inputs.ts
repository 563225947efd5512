import type { SeededRandom } from '#hub/seed/seeded-random.ts'
import type { InputSchema } from './contract-routes.ts'

/** Makes inputs that a schema lets through, as far as a schema says; rules beyond it may still refuse them. */
export class InputMaker {
  readonly #random: SeededRandom
  readonly #ids: readonly string[]

  /** @param ids ids that exist, of whatever */
  constructor(random: SeededRandom, ids: readonly string[]) {
    this.#random = random
    this.#ids = ids
  }

  make(schema: InputSchema, root: InputSchema = schema, name = '', depth = 0): unknown {
    // `false` is a schema too: nothing fits it.
    if (typeof schema !== 'object') return undefined
    const random = this.#random
    if (schema.$ref !== undefined) {
      const target = root.$defs?.[schema.$ref.split('/').at(-1) ?? '']
      return target && depth < 12 ? this.make(target, root, name, depth + 1) : null
    }
    if ('const' in schema) return schema.const
    if (schema.enum) return this.#oneOf(schema.enum)
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) return this.make(this.#oneOf(choices) ?? {}, root, name, depth + 1)
    if (schema.allOf)
      return Object.assign({}, ...schema.allOf.map((part) => this.make(part, root, name, depth + 1)))
    switch (Array.isArray(schema.type) ? this.#oneOf(schema.type) : schema.type) {
      case 'object':
        return this.#object(schema, root, depth)
      case 'array': {
        const count = random.whole(schema.minItems ?? 0, Math.max(schema.minItems ?? 0, 2))
        return Array.from({ length: count }, () => this.make(schema.items ?? {}, root, name, depth + 1))
      }
      case 'string':
        return this.#text(schema, name)
      case 'integer':
      case 'number':
        return random.whole(
          Math.max(schema.minimum ?? 0, -1000),
          Math.min(schema.maximum ?? 1000, Math.max(schema.minimum ?? 0, 0) + 1000),
        )
      case 'boolean':
        return random.chance(0.5)
      case 'null':
        return null
      default:
        return { text: 'gì đó' }
    }
  }

  /** A UUID: mostly one that exists somewhere, of whatever it is. */
  #id(): string {
    const ids = this.#ids
    const hex = this.#random.hex(32)
    if (ids.length > 0 && this.#random.chance(0.8)) return this.#oneOf(ids) ?? hex
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }

  #object(schema: InputSchema, root: InputSchema, depth: number): Record<string, unknown> {
    const made: Record<string, unknown> = {}
    for (const [key, part] of Object.entries(schema.properties ?? {})) {
      if (schema.required?.includes(key) || this.#random.chance(0.4))
        made[key] = this.make(part, root, key, depth + 1)
    }
    if (!schema.properties && schema.additionalProperties !== false) made['count'] = this.#random.whole(0, 9)
    return made
  }

  #text(schema: InputSchema, name: string): string {
    const random = this.#random
    if (schema.format === 'uuid' || /^id$|Id$/.test(name)) return this.#id()
    if (schema.format === 'date' || name.endsWith('On'))
      return `20${random.whole(15, 29)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`
    if (schema.format === 'date-time' || /^at$|At$/.test(name))
      return `20${random.whole(15, 27)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}T0${random.whole(0, 9)}:00:00.000Z`
    if (schema.pattern?.includes('{5}')) return String(random.whole(10_000, 99_999))
    if (schema.pattern?.includes('{2}')) return String(random.whole(10, 99))
    const text =
      this.#oneOf(['Nguyễn Văn An', 'a', '15/03/1990', 'khu A', '0123456789', 'Đã kiểm tra', 'A1-01']) ?? ''
    return text.slice(0, schema.maxLength ?? 100)
  }

  #oneOf<T>(list: readonly T[]): T | undefined {
    return list[this.#random.whole(0, list.length - 1)]
  }
}
