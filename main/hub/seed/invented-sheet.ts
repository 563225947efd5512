import { ETHNIC_GROUPS } from '#domain/information-sheet/ethnic-groups.ts'
import type { FirstCheck } from '#domain/information-sheet/first-check.ts'
import { ASKED_ILLNESSES } from '#domain/information-sheet/first-check.ts'
import type { InformationSheet } from '#domain/information-sheet/information-sheet.ts'
import type { Education, WorkState } from '#domain/information-sheet/personal-lists.ts'
import type { Substance, SubstanceRoute } from '#domain/information-sheet/substances.ts'
import type { Day } from '#domain/time/day.ts'
import type { InventedFamily } from './invented-family.ts'
import type { InventedPerson } from './invented-people.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface BodySize {
  heightCm: number
  weightKg: number
}

export function inventBodySize(random: SeededRandom, who: InventedPerson): BodySize {
  const isMale = who.person.sex === 'male'
  return {
    heightCm: random.whole(isMale ? 156 : 147, isMale ? 176 : 163),
    weightKg: random.whole(isMale ? 450 : 390, isMale ? 680 : 560) / 10,
  }
}

const SCHOOLING: Record<string, readonly [Education, string | null] | undefined> = {
  'Lớp 5': ['primary', '5/12'],
  'Lớp 7': ['lower-secondary', '7/12'],
  'Lớp 9': ['lower-secondary', '9/12'],
  'Lớp 12': ['upper-secondary', '12/12'],
  'Không biết chữ': ['illiterate', null],
  'Trung cấp': ['vocational', '12/12'],
}

const WORK: Record<string, WorkState | undefined> = {
  'Không nghề': 'none',
  'Lái xe': 'stable',
  'Thợ xây': 'stable',
}

const WISHES = [
  'Được học nghề sửa chữa xe máy',
  'Được học nghề may',
  'Sớm về làm ăn cùng gia đình',
  'Được gia đình thăm gặp thường xuyên',
  null,
] as const

/** The sheet of somebody received on a day for the `ordinal`-th time, agreeing with person and family. */
export function inventSheet(
  random: SeededRandom,
  facts: { who: InventedPerson; family: InventedFamily; size: BodySize; on: Day; ordinal: number },
): InformationSheet {
  const { who, family, size, on, ordinal } = facts
  const { person } = who
  const thisYear = Number(on.slice(0, 4))
  const birthYear = Number(person.birth_on.slice(0, 4))
  const [education, schoolClass] = SCHOOLING[person.education ?? ''] ?? [null, null]
  const occupation = person.occupation ?? null
  const before = ordinal - 1
  const firstUse = Math.min(
    birthYear + random.whole(16, 34),
    thisYear - 1 - 2 * before,
    thisYear - random.whole(1, 4),
  )
  return {
    nationality: 'Việt Nam',
    ethnicity: ETHNIC_GROUPS.find((group) => group === person.ethnicity) ?? null,
    religion: random.weighted([
      ['none', 93],
      ['buddhist', 4],
      ['protestant', 3],
    ] as const),
    policyGroups: random.chance(0.18) ? [random.pick(['poor', 'near-poor', 'ethnic-hardship'])] : [],
    education,
    schoolClass,
    trade: education === 'vocational' ? 'Sửa chữa máy nông nghiệp' : null,
    work: WORK[occupation ?? ''] ?? 'unstable',
    occupation,
    workplace: null,
    marital: family.marital,
    children: family.children,
    priors: random.chance(0.25)
      ? [
          {
            kind: 'administrative' as const,
            what: 'Sử dụng trái phép chất ma túy',
            year: random.whole(firstUse, thisYear),
            body: 'Công an cấp xã',
          },
        ]
      : [],
    substances: inventUses(random, firstUse, thisYear),
    firstUseYear: firstUse,
    firstUseReason: random.pick([
      'Bạn bè rủ rê',
      'Tò mò',
      'Buồn chuyện gia đình',
      'Đau ốm, dùng để giảm đau',
    ]),
    rehabs: Array.from({ length: before }, (_, i) => ({
      place: 'centre' as const,
      placeName: random.pick([
        'Cơ sở cai nghiện ma túy tỉnh Lạng Sơn',
        'Cơ sở cai nghiện ma túy tỉnh Cao Bằng',
      ]),
      method: null,
      methodWords: null,
      fromYear: Math.max(firstUse, thisYear - 2 * (before - i)),
      months: random.pick([12, 18, 24]),
      isFinished: random.chance(0.85),
    })),
    substitution: random.chance(0.07) ? 'Đã điều trị Methadone tại Trung tâm y tế, bỏ dở' : null,
    ...size,
    wishes: random.pick(WISHES),
    note: null,
  }
}

function inventUses(
  random: SeededRandom,
  sinceYear: number,
  thisYear: number,
): InformationSheet['substances'] {
  const main = random.weighted<{ substance: Substance; routes: SubstanceRoute[] }>([
    [{ substance: 'heroin', routes: ['inject'] }, 30],
    [{ substance: 'heroin', routes: ['sniff'] }, 20],
    [{ substance: 'methamphetamine', routes: ['smoke'] }, 38],
    [{ substance: 'opium', routes: ['smoke'] }, 8],
    [{ substance: 'ketamine', routes: ['sniff'] }, 4],
  ])
  const use = { ...main, name: null, sinceYear, frequency: `${random.whole(1, 3)} lần/ngày`, isMain: true }
  if (main.substance === 'methamphetamine' || !random.chance(0.3)) return [use]
  return [
    use,
    {
      substance: 'methamphetamine',
      name: null,
      routes: ['smoke'],
      sinceYear: random.whole(sinceYear, thisYear),
      frequency: 'Vài lần/tuần',
      isMain: false,
    },
  ]
}

const SIGNS = [
  'Vã mồ hôi, ngáp, chảy nước mắt; mất ngủ',
  'Bồn chồn, đau mỏi cơ, buồn nôn',
  'Mệt mỏi, ngủ nhiều',
  null,
] as const

/** What the doctor finds at the gate. */
export function inventFirstCheck(random: SeededRandom, size: BodySize): FirstCheck {
  return {
    pulse: random.whole(62, 104),
    systolic: random.whole(105, 145),
    diastolic: random.whole(62, 92),
    temperature: random.whole(362, 374) / 10,
    ...size,
    illnesses: ASKED_ILLNESSES.filter((illness) => illness !== 'other').map((illness) => ({
      illness,
      answer: random.weighted([
        ['no', 78],
        ['unknown', 16],
        ['yes', 6],
      ] as const),
      note: null,
    })),
    familyHistory: null,
    drugTest: random.pick(['Dương tính opiat', 'Dương tính methamphetamine', 'Âm tính']),
    withdrawalSigns: random.pick(SIGNS),
    injuries: random.chance(0.15) ? 'Xây xát nhẹ ở cẳng tay, đã rửa và băng' : null,
    conclusion: random.pick([
      'Đủ sức khỏe tiếp nhận',
      'Đủ sức khỏe tiếp nhận, theo dõi hội chứng cai',
      'Tiếp nhận, theo dõi huyết áp hằng ngày',
    ]),
  }
}
