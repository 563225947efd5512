import { setImmediate } from 'node:timers/promises'
import { countPeople, listPeople, type PeopleListQuery } from '#db/queries/people/list-page.ts'
import type { PeopleFilter, peopleContract } from '#domain/contract/people.ts'
import type { PersonRow } from '#domain/contract/person-shapes.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import { shownPerson } from '../alerts/shown.ts'
import type { CallContext, CallUseCases } from '../use-case.ts'
import { WORKBOOK_TYPE } from '../workbook/cells.ts'
import { peopleWorkbook } from './people-workbook.ts'

/** Most rows of one file or one print: beyond it a list is for nobody's eyes. */
const MOST_EXPORTED = 20_000
const MOST_PRINTED = 2_000
const PAGE = 500

/** All rows behind a filter, read page by page so that other desks are answered in between. */
async function readRows(context: CallContext, list: PeopleListQuery, most: number): Promise<PersonRow[]> {
  const { hub, now, signal } = context
  const today = dayOf(now)
  const total = countPeople(hub.read, list, today)
  if (total > most) {
    throw new AppError(
      'rule_violated',
      `Danh sách có ${total} người, nhiều hơn mức ${most} cho một lần. Lọc bớt rồi làm lại.`,
    )
  }
  const rows: PersonRow[] = []
  let cursor: string | null = null
  do {
    signal?.throwIfAborted()
    const page = listPeople(hub.read, list, { cursor, limit: PAGE, today })
    rows.push(...page.rows.map((row) => shownPerson(context, row)))
    cursor = page.next
    if (cursor !== null) await setImmediate()
  } while (cursor !== null)
  return rows
}

async function record(
  { hub, actor, now }: CallContext,
  action: 'people.exported' | 'people.printed',
  filter: PeopleFilter,
  rows: number,
): Promise<void> {
  await hub.writer.internal('recordPeopleOutput', actor, now, { action, filter, rows })
}

export const peopleCalls: CallUseCases<typeof peopleContract> = {
  export: async (context, input) => {
    const rows = await readRows(context, input, MOST_EXPORTED)
    const bytes = await peopleWorkbook(rows, input.group)
    await record(context, 'people.exported', input, rows.length)
    const day = dayOf(context.now)
    const name = `${input.group === 'past' ? 'hoc-vien-da-ra' : 'hoc-vien'}-${day}.xlsx`
    return new File([new Uint8Array(bytes)], name, {
      type: WORKBOOK_TYPE,
    })
  },
  print: async (context, input) => {
    const rows = await readRows(context, input, MOST_PRINTED)
    await record(context, 'people.printed', input, rows.length)
    return { rows }
  },
}
