import type { custodyContract } from '#domain/contract/custody.ts'
import type { ReadUseCases } from '../use-case.ts'
import { lineOfStay } from './line-of-stay.ts'

export const custodyReads: ReadUseCases<typeof custodyContract> = {
  line: (db, context, input) => {
    const line = lineOfStay(db, input.stayId)
    context.viewed(line.personId, 'person.line-viewed')
    return line
  },
}
