import type { Insertable } from 'kysely'
import type { AddressTable } from '#db/schema/address.ts'
import type { IdentityPaperTable } from '#db/schema/identity-paper.ts'
import type { PersonTable } from '#db/schema/person.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { nameSortKey } from '#domain/names/name-order.ts'
import type { Sex } from '#domain/people/sex.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import type { Instant } from '#domain/time/instant.ts'
import { inventName } from './invented-names.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Communes of Lạng Sơn since 01/07/2025 with their codes, enough for a list to look like the province. */
const COMMUNES = [
  ['05977', 'Phường Đông Kinh'],
  ['05983', 'Phường Lương Văn Tri'],
  ['05986', 'Phường Tam Thanh'],
  ['06187', 'Phường Kỳ Lừa'],
  ['06040', 'Xã Thất Khê'],
  ['06046', 'Xã Tràng Định'],
  ['06112', 'Xã Bình Gia'],
  ['06124', 'Xã Na Sầm'],
  ['06154', 'Xã Văn Lãng'],
  ['06184', 'Xã Đồng Đăng'],
  ['06211', 'Xã Cao Lộc'],
  ['06253', 'Xã Văn Quan'],
  ['06280', 'Xã Điềm He'],
  ['06325', 'Xã Bắc Sơn'],
  ['06364', 'Xã Vũ Lễ'],
  ['06385', 'Xã Hữu Lũng'],
  ['06415', 'Xã Vân Nham'],
  ['06463', 'Xã Chi Lăng'],
  ['06517', 'Xã Quan Sơn'],
  ['06526', 'Xã Na Dương'],
  ['06529', 'Xã Lộc Bình'],
  ['06541', 'Xã Mẫu Sơn'],
  ['06613', 'Xã Đình Lập'],
  ['06616', 'Xã Thái Bình'],
] as const satisfies readonly (readonly [string, string])[]

const PROVINCE = { code: '20', name: 'Tỉnh Lạng Sơn', birthCode: '020' }
/** Where those not born in the province had their birth registered: Cao Bằng, Bắc Giang, Quảng Ninh, Hà Nội, Bắc Kạn. */
const OTHER_BIRTH_CODES = ['004', '024', '022', '001', '006'] as const
const HAMLETS = [
  'Nà Lình',
  'Khòn Lèng',
  'Bản Cưởm',
  'Pò Mạch',
  'Nà Pục',
  'Bản Nằm',
  'Khuổi Tát',
  'Lũng Vài',
] as const
const OCCUPATIONS = [
  'Làm ruộng',
  'Lao động tự do',
  'Bốc vác cửa khẩu',
  'Lái xe',
  'Thợ xây',
  'Không nghề',
] as const
const EDUCATIONS = ['Lớp 5', 'Lớp 7', 'Lớp 9', 'Lớp 12', 'Không biết chữ', 'Trung cấp'] as const

/** Largest serial of a citizen number. Those invented here count down from it, far from any given out. */
const LAST_SERIAL = 999_999

export interface InventedPerson {
  person: Insertable<PersonTable> & { sex: Sex; birth_on: Day }
  paper: Insertable<IdentityPaperTable> | null
  address: Insertable<AddressTable>
}

/** Somebody who does not exist, received first on `on`. `index` is different for each person of the seed. */
export function inventPerson(
  random: SeededRandom,
  newId: () => string,
  facts: { sex: Sex; on: Day; createdAt: Instant; index: number },
): InventedPerson {
  const { sex, on, createdAt, index } = facts
  const { name, ethnicity, alias } = inventName(random, sex)
  const age = Math.round(18.5 + 14 * random.next() + 14 * random.next())
  const birthOn = addDays(`${Number(on.slice(0, 4)) - age}-01-01`, random.whole(-330, 0))
  const isYearOnly = random.chance(0.03)
  const id = newId()
  const [communeCode, commune] = random.pick(COMMUNES)
  const detail = `Thôn ${random.pick(HAMLETS)}`
  return {
    person: {
      id,
      name,
      name_folded: foldName(name),
      sort_key: nameSortKey(name),
      alias,
      birth_on: isYearOnly ? `${birthOn.slice(0, 4)}-01-01` : birthOn,
      birth_precision: isYearOnly ? 'year' : 'day',
      sex,
      placement_sex: null,
      ethnicity,
      occupation: random.pick(OCCUPATIONS),
      education: random.pick(EDUCATIONS),
      infection_group: null,
      note: null,
      import_batch_id: null,
      cancelled_at: null,
      created_at: createdAt,
    },
    paper: random.chance(0.04)
      ? null
      : {
          id: newId(),
          person_id: id,
          kind: 'citizen-card',
          number: citizenNumber(random, sex, birthOn, index),
          issued_on: '2021-08-10',
          issued_by: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
          source: 'card',
          superseded_at: null,
          created_at: createdAt,
        },
    address: {
      id: newId(),
      person_id: id,
      kind: 'permanent',
      commune_code: communeCode,
      province_code: PROVINCE.code,
      detail,
      printed: `${detail}, ${commune}, ${PROVINCE.name}`,
      valid_from: null,
      superseded_at: null,
      created_at: createdAt,
    },
  }
}

/** Province of birth, century with sex, year, serial (ID-01, ID-02). */
function citizenNumber(random: SeededRandom, sex: Sex, birthOn: Day, index: number): string {
  const province = random.chance(0.85) ? PROVINCE.birthCode : random.pick(OTHER_BIRTH_CODES)
  const year = Number(birthOn.slice(0, 4))
  const century = Math.floor((year - 1900) / 100) * 2 + (sex === 'female' ? 1 : 0)
  return `${province}${century}${birthOn.slice(2, 4)}${String(LAST_SERIAL - index).padStart(6, '0')}`
}
