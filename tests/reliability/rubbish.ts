import type { SeededRandom } from '#hub/seed/seeded-random.ts'

/** Values that programs stumble over. */
const VALUES: readonly [unknown, ...unknown[]] = [
  null,
  true,
  0,
  -1,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER + 2,
  0.1,
  2 ** 63,
  '',
  ' ',
  '\u0000',
  'null',
  '-0',
  '1e999',
  '9'.repeat(400),
  'x'.repeat(20_000),
  "' or 1=1 --",
  '"; drop table person; --',
  '${7*7}{{7*7}}<%= 7 %>',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  'C:\\Windows\\win.ini',
  '%00%ff%2e%2e',
  '=cmd|calc!A1',
  '\ud800',
  '\udfff\ud800',
  '\u202eAbc\u202c',
  '\ufeff\u200b\u2060',
  'e\u0323\u0302\u0301'.repeat(400),
  '👨‍👩‍👧‍👦'.repeat(50),
  'NEAR("a" AND "b"* OR NOT col:x^',
  '9999-99-99',
  '0000-00-00T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '2026-02-30',
  '00000000-0000-0000-0000-000000000000',
  [],
  [[[]]],
  {},
  { $ne: null },
  { toString: 'x', valueOf: 1 },
  { length: 1e9 },
]

/** What a key must never be taken for. */
const BAD_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '\u0000',
  '$where',
] as const

/** Makes bodies of requests that no screen sends. */
export class RubbishMaker {
  readonly #random: SeededRandom

  constructor(random: SeededRandom) {
    this.#random = random
  }

  value(): unknown {
    return this.#random.pick(VALUES)
  }

  /** A good input with one thing wrong in it. */
  spoil(input: unknown): unknown {
    const copy = structuredClone(input)
    const places = placesIn(copy)
    const place = places[this.#random.whole(0, places.length - 1)]
    if (!place) return this.value()
    const { holder, key } = place
    switch (this.#random.whole(0, 3)) {
      case 0:
        if (Array.isArray(holder)) holder.length = 0
        else Reflect.deleteProperty(holder, key)
        break
      case 1:
        Object.defineProperty(holder, this.#random.pick(BAD_KEYS), {
          value: { isAdmin: true, polluted: this.value() },
          enumerable: true,
          configurable: true,
          writable: true,
        })
        break
      default:
        Reflect.set(holder, key, this.value())
    }
    return copy
  }

  /** The text of a body for an input: mostly whole JSON, sometimes not JSON, sometimes not the protocol's. */
  body(input: unknown): string {
    const random = this.#random
    const text = JSON.stringify({ json: input })
    switch (random.whole(0, 19)) {
      case 0:
        return text.slice(0, random.whole(0, text.length))
      case 1: {
        const depth = random.whole(100, 40_000)
        return `{"json":${'['.repeat(depth)}${']'.repeat(depth)}}`
      }
      case 2: {
        const depth = random.whole(100, 15_000)
        return `{"json":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`
      }
      case 3:
        return `{"json":${JSON.stringify(input)},"meta":[[${random.whole(-2, 12)},"${random.pick(BAD_KEYS).replace('\u0000', '')}","a",0]]}`
      case 4:
        return Buffer.from(random.hex(random.whole(0, 400)), 'hex').toString('latin1')
      case 5:
        return `{"json":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}`
      case 6:
        return text.replace(/\d+/, '1e400')
      case 7:
        return JSON.stringify(input)
      case 8:
        return `{"json":${JSON.stringify(input)},"meta":[[1],[2,"x"],{"a":1},null,[99,"__proto__"]],"maps":[["a"]]}`
      default:
        return text
    }
  }
}

interface Place {
  holder: object
  key: string
}

/** Every place in a value where something stands that could be something else. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...placesIn(inner)])
}
