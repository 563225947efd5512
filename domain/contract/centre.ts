import { z } from 'zod'
import { dayField, idField, lineField, optionalLine, versionField } from './fields.ts'
import { route } from './route.ts'

const profileShape = z.object({
  id: z.string(),
  validFrom: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  headTitle: z.string(),
  headName: z.string().nullable(),
  superiorBody: z.string().nullable(),
  court: z.string().nullable(),
  address: z.string().nullable(),
})
export type CentreProfile = z.infer<typeof profileShape>

const holidayShape = z.object({
  day: z.string(),
  kind: z.enum(['holiday', 'day-off', 'swap-workday']),
  name: z.string(),
  source: z.string(),
  confidence: z.string(),
  version: z.number(),
})
export type HolidayLine = z.infer<typeof holidayShape>

export const centreContract = {
  profiles: route({
    access: 'centre.read',
    kind: 'read',
    summary: 'The centre as it is named on papers, with dates',
  })
    .input(z.strictObject({}))
    .output(z.object({ profiles: z.array(profileShape) })),
  addProfile: route({
    access: 'centre.edit',
    kind: 'write',
    summary: 'New name, head or superior body from a day on',
  })
    .input(
      z.strictObject({
        id: idField,
        validFrom: dayField,
        name: lineField(200, 'Tên cơ sở'),
        code: optionalLine(40, 'Mã cơ sở'),
        headTitle: lineField(80, 'Chức danh'),
        headName: optionalLine(120, 'Họ tên'),
        superiorBody: optionalLine(200, 'Cơ quan cấp trên'),
        court: optionalLine(200, 'Tòa án'),
        address: optionalLine(300, 'Địa chỉ'),
      }),
    )
    .output(profileShape),
  holidays: route({ access: 'centre.read', kind: 'read', summary: 'Public holidays and swap days of a year' })
    .input(z.strictObject({ year: z.int().min(2000).max(2100) }))
    .output(z.object({ holidays: z.array(holidayShape) })),
  setHoliday: route({
    access: 'calendar.edit',
    kind: 'write',
    summary: 'Add or change one day of the calendar',
  })
    .input(
      z.strictObject({
        day: dayField,
        kind: z.enum(['holiday', 'day-off', 'swap-workday']),
        name: lineField(120, 'Tên ngày'),
        source: lineField(200, 'Căn cứ'),
        version: versionField.nullable(),
      }),
    )
    .output(holidayShape),
  removeHoliday: route({
    access: 'calendar.edit',
    kind: 'write',
    summary: 'Take one day out of the calendar',
  })
    .input(z.strictObject({ day: dayField, version: versionField }))
    .output(z.object({ removed: z.literal(true) })),
}
