/** One step of the schema. Additive only; once shipped its text never changes (held by a hash in a test). */
export interface Migration {
  version: number
  name: string
  sql: string
}
