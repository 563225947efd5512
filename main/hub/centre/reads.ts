import { listCentreProfiles, listHolidays } from '#db/queries/centre/reader.ts'
import type { centreContract } from '#domain/contract/centre.ts'
import type { ReadUseCases } from '../use-case.ts'
import { holidayLine, profileLine } from './lines.ts'

export const centreReads: ReadUseCases<typeof centreContract> = {
  profiles: (db) => ({ profiles: listCentreProfiles(db).map(profileLine) }),
  holidays: (db, _context, input) => ({ holidays: listHolidays(db, input.year).map(holidayLine) }),
}
