import type { ReadDb } from '#db/connection/handles.ts'
import { listCallDays } from '#db/queries/contacts/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { judgeCall } from '#domain/contacts/judge-call.ts'
import { monthOf, type Refusal } from '#domain/contacts/limit.ts'
import type { Day } from '#domain/time/day.ts'
import { restrictionsOf } from '../visits/asked-visit.ts'
import { contactSettings } from '../visits/contact-settings.ts'

/** Every reason why a call may not be made. `id` is the call itself, which does not count against it. */
export function judgeAskedCall(
  db: ReadDb,
  call: { id: string; personId: string; on: Day; minutes: number; content: string; isAllowedByHead: boolean },
): Refusal[] {
  const { id, personId, on, minutes, content, isAllowedByHead } = call
  return judgeCall(readRuleBook(db), contactSettings(db), {
    on,
    minutes,
    content,
    isAllowedByHead,
    earlier: listCallDays(db, personId, monthOf(on), id),
    restrictions: restrictionsOf(db, personId),
  })
}
