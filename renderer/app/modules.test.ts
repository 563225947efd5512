import { describe, expect, it } from 'vitest'
import { permissionsOf } from '#domain/permissions/permissions.ts'
import { modulesFor } from '#renderer/app/modules.ts'

function hrefs(role: Parameters<typeof permissionsOf>[0][number]): string[] {
  return modulesFor(permissionsOf([role])).map((module) => module.href)
}

describe('the modules on the left', () => {
  it('show only the first screen to someone without any permission', () => {
    expect(modulesFor([]).map((module) => module.href)).toEqual(['/'])
  })

  it('keep people from the administrator and the machine room from the zone', () => {
    expect(hrefs('administrator')).not.toContain('/nguoi')
    expect(hrefs('administrator')).toContain('/quan-tri/sao-luu')
    expect(hrefs('zone')).toContain('/khu')
    expect(hrefs('zone').filter((href) => href.startsWith('/quan-tri/'))).toEqual([])
  })

  it('end with the administrative ones under their heading', () => {
    const groups = modulesFor(permissionsOf(['director'])).map(({ group }) => group)
    const first = groups.indexOf('Quản trị')
    expect(groups.slice(0, first).every((group) => group === undefined)).toBe(true)
    expect(groups.slice(first).every((group) => group === 'Quản trị')).toBe(true)
  })

  it('part the day, the people and the guard by a line where one has all of them', () => {
    const parted = modulesFor(permissionsOf(['director'])).filter((module) => module.isParted)
    expect(parted.map((module) => module.href)).toEqual(['/tiep-nhan', '/khu'])
  })
})
