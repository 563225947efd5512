/**
 * How secret a column is: `none` tells nothing about anybody, `staff` about people who work here, `personal` about
 * people who live here, `medical` about their health. Logs take `none` only; exports and the audit read this too.
 */
export const SENSITIVITIES = ['none', 'staff', 'personal', 'medical'] as const
type Sensitivity = (typeof SENSITIVITIES)[number]

export interface ColumnFacts {
  sensitivity: Sensitivity
  means: string
}

/** The part of the data dictionary that stands beside its table: every column, no other. */
export type Columns<Table> = { [C in keyof Table]: ColumnFacts }

export function column(sensitivity: Sensitivity, means: string): ColumnFacts {
  return { sensitivity, means }
}
