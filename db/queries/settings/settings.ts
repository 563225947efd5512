import { SETTING_DEFAULTS, type SettingKey, type SettingValue } from '#domain/settings/settings.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'

const byKey = prepared<{ key: string }>()((p) =>
  qb.selectFrom('setting').select('value').where('key', '=', p.key),
)

/** The value of a setting, or its default. */
export function readSetting<K extends SettingKey>(db: ReadDb, key: K): SettingValue<K> {
  const row = byKey.get(db, { key })
  return (row ? JSON.parse(row.value) : SETTING_DEFAULTS[key]) as SettingValue<K>
}

/** Stores a setting. The caller audits what it means. */
export function writeSetting<K extends SettingKey>(
  db: WriteDb,
  context: { now: string; actor: { key: string } },
  key: K,
  value: SettingValue<K>,
): void {
  const row = { value: JSON.stringify(value), updated_at: context.now, updated_by: context.actor.key }
  db.run(
    qb
      .insertInto('setting')
      .values({ key, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row)),
  )
}
