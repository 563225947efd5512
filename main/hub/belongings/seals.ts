import type { WriteDb } from '#db/connection/handles.ts'
import { findBrokenSeal } from '#db/queries/belongings/bags.ts'
import { findSealHolder } from '#db/queries/deposit/belongings.ts'
import { ruleViolated } from '#domain/errors.ts'
import { compactCode } from '#domain/people/search-text.ts'
import { formatInstant } from '#domain/time/instant.ts'

/** The key of a seal nobody has used, on a bag or broken. @throws AppError `rule_violated` */
export function freshSealKey(db: WriteDb, seal: string, field: string): string {
  const key = compactCode(seal) || seal
  const holder = findSealHolder(db, key)
  if (holder) {
    const message = `Niêm phong số ${seal} đã dùng cho túi của ${holder.name}. Xem lại số trên niêm phong.`
    throw ruleViolated([{ code: 'seal-taken', message, field }])
  }
  const broken = findBrokenSeal(db, key)
  if (broken) {
    const message = `Niêm phong số ${seal} đã dùng và bị mở lúc ${formatInstant(broken.at)}, không dùng lại được.`
    throw ruleViolated([{ code: 'seal-broken', message, field }])
  }
  return key
}
