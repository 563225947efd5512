import type { listCentreProfiles, listHolidays } from '#db/queries/centre/reader.ts'
import type { CentreProfile, HolidayLine } from '#domain/contract/centre.ts'

export function profileLine(row: ReturnType<typeof listCentreProfiles>[number]): CentreProfile {
  return {
    id: row.id,
    validFrom: row.valid_from,
    name: row.name,
    code: row.code,
    headTitle: row.head_title,
    headName: row.head_name,
    superiorBody: row.superior_body,
    court: row.court,
    address: row.address,
  }
}

export function holidayLine(row: ReturnType<typeof listHolidays>[number]): HolidayLine {
  return {
    day: row.day,
    kind: row.kind,
    name: row.name,
    source: row.source,
    confidence: row.confidence,
    version: row.version,
  }
}
