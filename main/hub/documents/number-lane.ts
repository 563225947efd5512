import type { Hub } from '../hub.ts'

const lanes = new WeakMap<Hub, Map<string, Promise<unknown>>>()

/**
 * Runs work on one register one after the other: each sees the number the one before has taken. The number itself
 * is given in the transaction that keeps the document, so one that fails uses none.
 */
export async function inLane<T>(hub: Hub, register: string, work: () => Promise<T>): Promise<T> {
  const ofHub = lanes.get(hub) ?? new Map<string, Promise<unknown>>()
  lanes.set(hub, ofHub)
  const before = ofHub.get(register) ?? Promise.resolve()
  const mine = before.then(work, work)
  const done = mine.catch(() => undefined)
  ofHub.set(register, done)
  try {
    return await mine
  } finally {
    if (ofHub.get(register) === done) ofHub.delete(register)
  }
}
