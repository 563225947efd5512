import { column, type Columns } from './column-facts.ts'

export interface ObligationRollTable {
  id: 1
  tracked_from: string
  rolled_on: string
}

export const obligationRollColumns = {
  id: column('none', 'Always 1: there is one row'),
  tracked_from: column('none', 'Nothing that fell due before this day is asked for'),
  rolled_on: column('none', 'The day up to which due moments were laid out'),
} satisfies Columns<ObligationRollTable>

export interface ObligationStaleTable {
  stay_id: string
  cause: string
}

export const obligationStaleColumns = {
  stay_id: column('none', 'A stay whose obligations are to be reckoned anew before the write ends'),
  cause: column('none', 'What changed'),
} satisfies Columns<ObligationStaleTable>

export interface ObligationBacklogTable {
  stay_id: string
  cause: string
}

export const obligationBacklogColumns = {
  stay_id: column('none', 'A stay whose obligations are to be reckoned anew in a batch to come'),
  cause: column('none', 'What changed for many at once'),
} satisfies Columns<ObligationBacklogTable>

export interface ObligationNextTable {
  stay_id: string
  enters_on: string
}

export const obligationNextColumns = {
  stay_id: column('none', 'Whose stay'),
  enters_on: column('none', 'Day on which its next obligation comes into sight'),
} satisfies Columns<ObligationNextTable>
