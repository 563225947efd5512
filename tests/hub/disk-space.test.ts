import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskState, keepReserve, refuseFileWhenFull } from '#hub/health/disk-space.ts'

const GB = 1024 ** 3
const MB = 1024 ** 2
const disk = (freeBytes: number, totalBytes: number) => ({ freeBytes, totalBytes })

describe('a disk', () => {
  it.each([
    ['half free', disk(60 * GB, 120 * GB), 'ok'],
    ['just above a fifth free', disk(21 * GB, 100 * GB), 'ok'],
    ['a fifth free', disk(20 * GB, 100 * GB), 'alarm'],
    ['just above a tenth free', disk(10.1 * GB, 100 * GB), 'alarm'],
    ['a tenth free', disk(10 * GB, 100 * GB), 'refuse'],
    ['a twentieth of a huge one free', disk(200 * GB, 4000 * GB), 'ok'],
    ['full', disk(0, 100 * GB), 'refuse'],
  ] as const)('with %s', (_how, space, state) => {
    expect(diskState(space)).toBe(state)
    const isRefused = (() => {
      try {
        refuseFileWhenFull(space)
        return false
      } catch {
        return true
      }
    })()
    expect(isRefused).toBe(state === 'refuse')
  })
})

describe('the reserve', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'neo-ve-reserve-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))
  const file = () => join(dir, 'reserve.bin')

  it('is held while there is room, and given back when the disk is about to be full', () => {
    keepReserve(dir, 2 * MB, disk(10 * GB, 100 * GB))
    expect(statSync(file()).size).toBe(2 * MB)
    keepReserve(dir, 2 * MB, disk(2 * MB, 100 * GB))
    expect(existsSync(file())).toBe(true)
    keepReserve(dir, 2 * MB, disk(MB / 2, 100 * GB))
    expect(existsSync(file())).toBe(false)
  })

  it('is not made on a disk with little room, nor when none is wished', () => {
    keepReserve(dir, 2 * MB, disk(15 * MB, 100 * GB))
    expect(existsSync(file())).toBe(false)
    keepReserve(dir, 0, disk(10 * GB, 100 * GB))
    expect(existsSync(file())).toBe(false)
  })
})
