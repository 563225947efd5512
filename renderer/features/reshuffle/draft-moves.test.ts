import { describe, expect, it } from 'vitest'
import type { ReshuffleLodgerLine } from '#domain/contract/reshuffle.ts'
import { layOut, moveInDraft } from './draft-moves.ts'

function lodger(stayId: string, bedId: string): ReshuffleLodgerLine {
  return {
    stayId,
    bedId,
    personId: stayId,
    name: stayId,
    birthOn: null,
    birthPrecision: null,
    track: 'compulsory',
    isAway: false,
  }
}

const lodgers = [lodger('an', 'A1'), lodger('binh', 'A2')]

describe('moving people in a draft', () => {
  it('takes somebody to a free bed', () => {
    expect(moveInDraft({ lodgers, moves: [] }, 'an', 'A3')).toEqual([
      { stayId: 'an', fromBedId: 'A1', toBedId: 'A3' },
    ])
  })

  it('lets two change places where the bed is held', () => {
    const moves = moveInDraft({ lodgers, moves: [] }, 'an', 'A2')
    expect(
      [...layOut(lodgers, moves)].map(([bed, people]) => [bed, people.map(({ stayId }) => stayId)]),
    ).toEqual([
      ['A2', ['an']],
      ['A1', ['binh']],
    ])
  })

  it('forgets the move of whoever goes back', () => {
    const moves = moveInDraft({ lodgers, moves: [] }, 'an', 'A3')
    expect(moveInDraft({ lodgers, moves }, 'an', 'A1')).toEqual([])
  })

  it('leaves a person alone who is put where he or she lies', () => {
    expect(moveInDraft({ lodgers, moves: [] }, 'an', 'A1')).toEqual([])
  })
})
