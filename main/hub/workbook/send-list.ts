import type { WriteDb } from '#db/connection/handles.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { CallContext, WriteContext } from '../use-case.ts'
import { WORKBOOK_TYPE } from './cells.ts'

interface ListOutput {
  action:
    | 'requests.exported'
    | 'sweep.exported'
    | 'counts.exported'
    | 'conduct-cases.exported'
    | 'incident.statistics-exported'
  /** The filter behind the list, as JSON. */
  filter: string
  rows: number
}

/** Records that a list left the program as a file. */
export function recordListOutput(
  _db: WriteDb,
  context: WriteContext,
  { action, ...facts }: ListOutput,
): null {
  context.audit({ action, facts })
  return null
}

const FILE_TYPES = {
  xlsx: WORKBOOK_TYPE,
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** Hands a list out as a file, once that is on record. */
export async function sendList(
  { hub, actor, now }: CallContext,
  file: { name: string; bytes: Buffer; ending?: keyof typeof FILE_TYPES },
  output: ListOutput,
): Promise<File> {
  await hub.writer.internal('recordListOutput', actor, now, output)
  const { name, bytes, ending = 'xlsx' } = file
  return new File([new Uint8Array(bytes)], `${name}-${dayOf(now)}.${ending}`, { type: FILE_TYPES[ending] })
}
