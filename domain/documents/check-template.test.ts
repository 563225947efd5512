import { describe, expect, it } from 'vitest'
import { checkTemplateTags, type FoundTag } from './check-template.ts'

function tags(...written: string[]): FoundTag[] {
  return written.map((tag) =>
    tag.startsWith('#')
      ? { name: tag.slice(1), kind: 'open' }
      : tag.startsWith('/')
        ? { name: tag.slice(1), kind: 'close' }
        : { name: tag, kind: 'text' },
  )
}

const NEEDED = ['so_ky_hieu', 'dia_danh_ngay', 'ten_co_so', 'ho_ten']

describe('the tags of a template', () => {
  it.each<[string, string[], string[]]>([
    ['all needed ones', NEEDED, []],
    ['another writing of the needed ones', ['so_ky_hieu', 'ngay_lap', 'ten_co_so_thuong', 'ho_ten_hoa'], []],
    ['a table with its columns', [...NEEDED, '#do_dung', 'stt', 'ten', 'ho_ten', '/do_dung'], []],
    ['a table closed without its name', [...NEEDED, '#do_dung', 'ten', '/'], []],
    ['none at all', [], ['tag_missing', 'tag_missing', 'tag_missing', 'tag_missing']],
    ['an unknown one', [...NEEDED, 'luong'], ['tag_unknown']],
    [
      'one of every object in JavaScript',
      [...NEEDED, 'constructor', '__proto__'],
      ['tag_unknown', 'tag_unknown'],
    ],
    ['a column outside its table', [...NEEDED, 'so_luong'], ['tag_unknown']],
    ['a column of another table', [...NEEDED, '#giay_to', 'so_luong', '/giay_to'], ['tag_unknown']],
    ['an unknown table', [...NEEDED, '#tien', '/tien'], ['tag_unknown']],
    ['a table in a table', [...NEEDED, '#giay_to', '#do_dung', '/do_dung'], ['list_nested']],
    ['a table that stays open', [...NEEDED, '#giay_to', 'ten'], ['list_open']],
    ['an end without a beginning', [...NEEDED, '/giay_to'], ['list_closed']],
  ])('%s', (_name, written, codes) => {
    const { problems } = checkTemplateTags('hand-over', tags(...written))
    expect(problems.map(({ code }) => code)).toEqual(codes)
  })

  it('names in Vietnamese what a template leaves out', () => {
    const { unused } = checkTemplateTags('deposit-receipt', tags(...NEEDED, '#tai_san', 'ten', '/tai_san'))
    expect(unused).toContainEqual({ tag: 'so_tien', label: 'Số tiền (đồng)' })
    expect(unused.map(({ tag }) => tag)).not.toContain('#tai_san')
  })
})
