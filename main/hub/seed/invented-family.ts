import type { Insertable } from 'kysely'
import type { MarkTable } from '#db/schema/mark.ts'
import type { RelativeTable } from '#db/schema/relative.ts'
import type { MaritalState, MarkKind, Relation } from '#domain/information-sheet/personal-lists.ts'
import { foldName } from '#domain/names/fold-name.ts'
import type { Sex } from '#domain/people/sex.ts'
import type { Instant } from '#domain/time/instant.ts'
import { inventName } from './invented-names.ts'
import type { InventedPerson } from './invented-people.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface InventedFamily {
  relatives: Insertable<RelativeTable>[]
  marital: MaritalState
  children: number
}

const PARENT_WORK = ['Làm ruộng', 'Buôn bán nhỏ', 'Công nhân', 'Cán bộ hưu trí', 'Làm nương'] as const
const SPOUSE_WORK = ['Làm ruộng', 'Công nhân', 'Buôn bán nhỏ', 'Giáo viên mầm non', 'Nội trợ'] as const

/** Parents, and husband or wife, of somebody invented; one of them is asked for when something happens. */
export function inventFamily(
  random: SeededRandom,
  newId: () => string,
  who: InventedPerson,
  createdAt: Instant,
): InventedFamily {
  const { person, address } = who
  const birthYear = Number(person.birth_on.slice(0, 4))
  const [surname = ''] = person.name.split(' ')
  const marital = random.weighted<MaritalState>([
    ['single', 42],
    ['married', 38],
    ['divorced', 13],
    ['separated', 5],
    ['widowed', 2],
  ])
  const isMarried = marital === 'married'
  const contact = isMarried ? random.pick(['spouse', 'mother']) : random.pick(['mother', 'father'])
  const relative = (relation: Relation, name: string, year: number, occupation: string) => ({
    id: newId(),
    person_id: person.id,
    relation,
    name,
    name_folded: foldName(name),
    birth_year: year,
    occupation,
    address: address.printed ?? null,
    phone: relation === contact ? inventPhone(random) : null,
    is_contact: relation === contact ? 1 : 0,
    superseded_at: null,
    created_at: createdAt,
  })
  const father = `${surname} ${withoutSurname(inventName(random, 'male').name)}`
  const mother = inventName(random, 'female').name
  const relatives = [
    relative('father', father, birthYear - random.whole(20, 38), random.pick(PARENT_WORK)),
    relative('mother', mother, birthYear - random.whole(18, 36), random.pick(PARENT_WORK)),
  ]
  if (isMarried) {
    const { name } = inventName(random, otherSex(person.sex))
    relatives.push(relative('spouse', name, birthYear + random.whole(-4, 4), random.pick(SPOUSE_WORK)))
  }
  return { relatives, marital, children: marital === 'single' ? 0 : random.whole(0, 3) }
}

/** The one relative on file of somebody who was here long ago. */
export function inventParent(
  random: SeededRandom,
  newId: () => string,
  who: InventedPerson,
  createdAt: Instant,
): Insertable<RelativeTable> {
  const { name } = inventName(random, 'female')
  return {
    id: newId(),
    person_id: who.person.id,
    relation: 'mother',
    name,
    name_folded: foldName(name),
    birth_year: null,
    occupation: null,
    address: null,
    phone: null,
    is_contact: 1,
    superseded_at: null,
    created_at: createdAt,
  }
}

const MARKS: readonly (readonly [MarkKind, string, string])[] = [
  ['tattoo', 'Cẳng tay phải', 'Hình rồng, mực xanh, dài khoảng 15 cm'],
  ['tattoo', 'Bắp tay trái', 'Chữ “Mẹ”, mực đen'],
  ['tattoo', 'Lưng', 'Hình cá chép, kín nửa lưng'],
  ['tattoo', 'Ngực trái', 'Hình hoa hồng, đã phai'],
  ['scar', 'Trán bên phải', 'Sẹo lõm dài 2 cm'],
  ['scar', 'Mu bàn tay trái', 'Sẹo bỏng'],
  ['scar', 'Bụng dưới bên phải', 'Sẹo mổ ruột thừa'],
  ['scar', 'Cẳng chân trái', 'Sẹo lồi dài 6 cm'],
  ['mole', 'Dưới đuôi mắt trái', 'Nốt ruồi nhỏ'],
  ['mole', 'Cách cánh mũi phải 1 cm', 'Nốt ruồi nổi'],
  ['birthmark', 'Sau gáy', 'Bớt nâu cỡ đồng xu'],
  ['missing-part', 'Ngón út bàn tay trái', 'Cụt một đốt'],
]

/** Up to two marks, on different places. */
export function inventMarks(
  random: SeededRandom,
  newId: () => string,
  personId: string,
  taken: { at: Instant; by: string },
): Insertable<MarkTable>[] {
  const count = random.weighted([
    [0, 35],
    [1, 45],
    [2, 20],
  ])
  const first = random.whole(0, MARKS.length - 1)
  return MARKS.filter((_, i) => i === first || (count === 2 && i === (first + 5) % MARKS.length))
    .slice(0, count)
    .map(([kind, place, description]) => ({
      id: newId(),
      person_id: personId,
      kind,
      place,
      description,
      superseded_at: null,
      created_at: taken.at,
      created_by: taken.by,
    }))
}

/** Numbers of this form are nobody's. */
function inventPhone(random: SeededRandom): string {
  return `0900 000 ${String(random.whole(0, 999)).padStart(3, '0')}`
}

function withoutSurname(name: string): string {
  return name.split(' ').slice(1).join(' ')
}

function otherSex(sex: Sex): Sex {
  return sex === 'male' ? 'female' : 'male'
}
