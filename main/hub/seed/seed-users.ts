import { DEMO_LOGINS } from '../setup/demo-logins.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'
import type { SeedPlan } from './seed-plan.ts'

/** After every block of people. */
const BLOCK_OF_USERS = 65_535

/** The accounts of the fictitious centre, with ids that follow from the seed. */
export function seedUsers(plan: SeedPlan) {
  const newId = uuidMaker(new SeededRandom(plan.seed, 'users'), BLOCK_OF_USERS)
  return DEMO_LOGINS.map((login) => ({ id: newId(), ...login }))
}

/** How the account with this login stands in what it recorded. */
export function recorderKey(plan: SeedPlan, login: string): string {
  const user = seedUsers(plan).find((known) => known.login === login)
  return user ? `user:${user.id}` : 'system:hub'
}
