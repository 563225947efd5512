import { describe, expect, it } from 'vitest'
import { checkNewEvents } from './check-new-events.ts'
import type { CustodyEvent } from './custody-event.ts'
import type { CustodyAct } from './facts.ts'

const SETTINGS = { initialTrack: 'compulsory', now: '2026-11-22T03:00:00.000Z' } as const
let seq = 0

function event(id: string, at: string, act: CustodyAct): CustodyEvent {
  seq += 1
  return { ...act, id, stayId: 's', seq, at: new Date(`${at}+07:00`).toISOString(), recordedAt: SETTINGS.now }
}

const LINE = [
  event('in', '2026-11-01T08:00', { kind: 'received', facts: { how: 'escort' } }),
  event('bed', '2026-11-01T09:30', { kind: 'placed', facts: { bedId: 'A2-05' } }),
  event('move', '2026-11-10T14:02', { kind: 'moved', facts: { bedId: 'A2-07' } }),
]

describe('checkNewEvents', () => {
  it('lets a possible event through, now and up to five minutes ahead of the clock', () => {
    const hospital: CustodyAct = { kind: 'left', facts: { outKind: 'hospital' } }
    expect(checkNewEvents(LINE, [event('a', '2026-11-22T10:00', hospital)], SETTINGS)).toEqual([])
    expect(checkNewEvents(LINE, [event('b', '2026-11-22T10:05', hospital)], SETTINGS)).toEqual([])
  })

  it('refuses the future, saying what time it is', () => {
    const late = event('c', '2026-11-22T10:06', { kind: 'left', facts: { outKind: 'court' } })
    expect(checkNewEvents(LINE, [late], SETTINGS)).toEqual([
      {
        code: 'in-the-future',
        message:
          'Không ghi được “Ra ngoài” lúc 10:06 22/11/2026: thời điểm này chưa tới (bây giờ là 10:00 22/11/2026). Sửa lại ngày giờ.',
        field: 'at',
      },
    ])
  })

  it('refuses what lies before reception, naming when that was', () => {
    const early = event('d', '2026-10-31T23:00', { kind: 'escaped', facts: { manner: 'single' } })
    expect(checkNewEvents(LINE, [early], SETTINGS)).toEqual([
      {
        code: 'before-reception',
        message:
          'Không ghi được “Bỏ trốn” lúc 23:00 31/10/2026: lúc đó học viên chưa được tiếp nhận (tiếp nhận lúc 08:00 01/11/2026). Sửa lại thời điểm hoặc ghi tiếp nhận trước.',
        field: 'at',
      },
    ])
  })

  it('takes an event recorded late at the moment it happened', () => {
    const late = event('e', '2026-11-05T07:00', { kind: 'moved', facts: { bedId: 'A1-01' } })
    expect(checkNewEvents(LINE, [late], SETTINGS)).toEqual([])
  })

  it('refuses a late event that makes a later one impossible, naming that one', () => {
    const late = event('f', '2026-11-05T07:00', { kind: 'escaped', facts: { manner: 'single' } })
    const problems = checkNewEvents(LINE, [late], SETTINGS)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: 'later-event-impossible' })
    expect(problems[0]?.message).toBe(
      'Không ghi “Bỏ trốn” lúc 07:00 05/11/2026 được vì sau đó đã ghi “Chuyển giường” lúc 14:02 10/11/2026: ' +
        'lúc đó học viên không có trong khu: Bỏ trốn từ 07:00 05/11/2026. Ghi việc trở lại trước khi xếp giường. ' +
        'Đính chính “Chuyển giường” lúc 14:02 10/11/2026 trước.',
    )
  })

  it('refuses to cancel what later events rest on, and takes it with its replacement', () => {
    const cancel = event('g', '2026-11-22T10:00', {
      kind: 'corrected',
      facts: { cancels: 'bed', why: 'Ghi nhầm giường' },
    })
    const instead = event('h', '2026-11-01T09:30', { kind: 'placed', facts: { bedId: 'A2-06' } })
    const alone = checkNewEvents(LINE, [cancel], SETTINGS)
    expect(alone).toMatchObject([{ code: 'later-event-impossible' }])
    expect(alone[0]?.message).toContain('Không hủy “Xếp giường” lúc 09:30 01/11/2026 được')
    expect(checkNewEvents(LINE, [cancel, instead], SETTINGS)).toEqual([])
  })

  it('does not blame a new event for what was already wrong', () => {
    const broken = [...LINE, event('i', '2026-11-12T08:00', { kind: 'returned', facts: {} })]
    const fine = event('j', '2026-11-20T08:00', { kind: 'left', facts: { outKind: 'funeral' } })
    expect(checkNewEvents(broken, [fine], SETTINGS)).toEqual([])
  })
})
