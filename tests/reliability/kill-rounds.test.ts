import { expect, it } from 'vitest'
import { killRounds } from './kill-rounds.ts'

it(
  'loses no acknowledged write and doubles none when the hub is killed under eight writing clients',
  { timeout: 240_000 },
  async () => {
    const { acknowledged, lost, doubled, problems, rounds } = await killRounds({ rounds: 3, clients: 8 })
    expect({ lost, doubled, problems, rounds: rounds.length }).toEqual({
      lost: 0,
      doubled: 0,
      problems: [],
      rounds: 3,
    })
    expect(acknowledged).toBeGreaterThan(8)
  },
)
