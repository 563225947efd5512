import { qb } from '#db/connection/query-builder.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import { countUsers } from '#db/queries/accounts/reader.ts'
import { writeSetting } from '#db/queries/settings/settings.ts'
import { AppError } from '#domain/errors.ts'
import { DEFAULT_HOLIDAYS } from '#domain/time/holidays.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import { addUser, type NewUser } from '../users/writes.ts'

export interface NewCentre {
  id: string
  name: string
  code: string | null
  headTitle: string
  headName: string | null
  superiorBody: string | null
  court: string | null
  provinceCode: string | null
  address: string | null
  isDemo: boolean
  users: NewUser[]
}

/** The centre's first facts: its profile, its calendar, its accounts. @throws AppError `already_set_up` */
export function createCentre(db: WriteDb, context: WriteContext, input: NewCentre): { created: true } {
  if (countUsers(db) > 0) throw new AppError('already_set_up')
  db.run(
    qb.insertInto('centre_profile').values({
      id: input.id,
      valid_from: dayOf(context.now),
      name: input.name,
      code: input.code,
      head_title: input.headTitle,
      head_name: input.headName,
      superior_body: input.superiorBody,
      court: input.court,
      province_code: input.provinceCode,
      address: input.address,
      created_at: context.now,
      created_by: context.actor.key,
    }),
  )
  for (const day of DEFAULT_HOLIDAYS) {
    db.run(
      qb.insertInto('holiday').values({
        day: day.day,
        kind: day.kind,
        name: day.name,
        source: day.source,
        confidence: day.confidence,
      }),
    )
  }
  writeSetting(db, context, 'installation.demo', input.isDemo)
  context.audit({
    action: 'centre.created',
    subject: { kind: 'centre', id: input.id },
    facts: { demo: input.isDemo },
  })
  for (const user of input.users) addUser(db, context, user)
  context.changed('centre', input.id)
  return { created: true }
}
