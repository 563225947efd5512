import type { RequestStepKind } from '#domain/requests/request-kinds.ts'
import { column, type Columns } from './column-facts.ts'

export interface RequestStepTable {
  id: string
  request_id: string
  kind: RequestStepKind
  at: string
  by: string
  owner_id: string | null
  note: string | null
}

export const requestStepColumns = {
  id: column('none', 'Record id'),
  request_id: column('none', 'Of which request'),
  kind: column('none', 'What was done'),
  at: column('none', 'When'),
  by: column('staff', 'Who did it'),
  owner_id: column('staff', 'Who has to see to it from then on'),
  note: column('personal', 'What was said about it'),
} satisfies Columns<RequestStepTable>
