/** Closes a switch over a union: does not compile when a case is missing, throws if data from outside slips in. */
export function missingCase(value: never): never {
  throw new Error(`missing case: ${JSON.stringify(value)}`)
}
