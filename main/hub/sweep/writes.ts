import type { WriteDb } from '#db/connection/handles.ts'
import { readSetting, writeSetting } from '#db/queries/settings/settings.ts'
import { findFinding, listOpenFindings } from '#db/queries/sweep/reader.ts'
import {
  acknowledgeFinding,
  insertFinding,
  insertSweepRun,
  resolveFinding,
  seeAgain,
} from '#db/queries/sweep/writer.ts'
import type { sweepContract } from '#domain/contract/sweep.ts'
import { AppError } from '#domain/errors.ts'
import type { SweepFinding } from '#domain/placement/sweep.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'

export interface SweepResult {
  found: number
  opened: number
  resolved: number
}

/** Keeps what a sweep found: known findings are seen again, new ones opened, those that hold no more resolved. */
export function storeSweep(
  db: WriteDb,
  context: WriteContext,
  input: { findings: readonly SweepFinding[] },
): SweepResult {
  const at = context.now
  const open = new Map(listOpenFindings(db).map((row) => [row.mark, row]))
  let opened = 0
  for (const finding of input.findings) {
    const hard = finding.isHard ? 1 : 0
    const known = open.get(finding.mark)
    open.delete(finding.mark)
    if (known) {
      seeAgain(db, { id: known.id, at, sentence: finding.sentence, hard })
      continue
    }
    opened += 1
    insertFinding(db, {
      id: context.newId(),
      mark: finding.mark,
      kind: finding.kind,
      zone_id: finding.zoneId,
      place_code: finding.placeCode,
      person_id: finding.personId,
      other_id: finding.otherId,
      sentence: finding.sentence,
      is_hard: hard,
      first_seen_at: at,
    })
  }
  for (const { id } of open.values()) resolveFinding(db, id, at)
  const result = { found: input.findings.length, opened, resolved: open.size }
  insertSweepRun(db, { id: context.newId(), at, by: context.actor.key, ...result })
  context.audit({ action: 'sweep.run', facts: result })
  context.changed('sweep')
  return result
}

export const sweepWrites: WriteUseCases<typeof sweepContract> = {
  setTimes: (db, context, { time, outDays }) => {
    const before = { time: readSetting(db, 'sweep.time'), outDays: readSetting(db, 'sweep.out-days') }
    writeSetting(db, context, 'sweep.time', time)
    writeSetting(db, context, 'sweep.out-days', outDays)
    context.audit({
      action: 'sweep.times-set',
      facts: { time: `${before.time} → ${time}`, outDays: `${before.outDays} → ${outDays}` },
    })
    context.changed('sweep')
    return { time, outDays }
  },
  acknowledge: (db, context, input) => {
    const row = findFinding(db, input.id)
    if (!row || row.resolved_at !== null) throw new AppError('not_found')
    if (row.version !== input.version)
      throw new AppError('conflict', undefined, { current: { version: row.version } })
    acknowledgeFinding(db, row.id, { at: context.now, key: context.actor.key, reason: input.reason })
    context.audit({
      action: 'sweep.acknowledged',
      subject: { kind: 'sweep-finding', id: row.id },
      personId: row.person_id,
      facts: { kind: row.kind },
      fields: [
        {
          entity: 'sweep-finding',
          entityId: row.id,
          personId: row.person_id,
          field: 'acknowledge_reason',
          before: row.acknowledge_reason,
          after: input.reason,
        },
      ],
    })
    context.changed('sweep', row.id)
    return { id: row.id }
  },
}
