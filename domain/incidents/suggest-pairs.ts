import type { IncidentKind } from './incident-kinds.ts'

/** A resident who takes part, with the role of the form. */
interface PairSide {
  personId: string
  role: string
}

/** Most pairs put forward at once: a brawl of twelve gives sixty-six. */
const MOST_PAIRS = 100

const HURT_SIDE: readonly string[] = ['victim']
const FIGHTING_SIDE: readonly string[] = ['attacker', 'fighter']

/**
 * Whom to keep apart after a fight: everybody who struck from everybody who was struck, and those who fought from one
 * another. Witnesses and people of other kinds of incident are left out.
 * @returns pairs of record ids, each with the smaller id first, none twice
 */
export function suggestPairs(kind: IncidentKind, sides: readonly PairSide[]): [string, string][] {
  if (kind !== 'fight') return []
  const fighting = sides.filter(({ role }) => FIGHTING_SIDE.includes(role))
  const hurt = sides.filter(({ role }) => HURT_SIDE.includes(role))
  const pairs = new Map<string, [string, string]>()
  for (const one of fighting) {
    for (const other of hurt.length > 0 && one.role === 'attacker' ? hurt : [...hurt, ...fighting]) {
      const [a = '', b = ''] = [one.personId, other.personId].toSorted()
      if (a !== b) pairs.set(`${a} ${b}`, [a, b])
    }
  }
  return [...pairs.values()].slice(0, MOST_PAIRS)
}
