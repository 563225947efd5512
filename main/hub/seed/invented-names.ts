import type { Sex } from '#domain/people/sex.ts'
import type { SeededRandom } from './seeded-random.ts'

type Words = readonly [string, ...string[]]

function words(text: string): Words {
  const [first = '', ...rest] = text.split(' ')
  return [first, ...rest]
}

/** Peoples of Lạng Sơn by their share, with the surnames met most among each. */
const PEOPLES: readonly [
  readonly [{ name: string; surnames: Words }, number],
  ...(readonly [{ name: string; surnames: Words }, number])[],
] = [
  [
    {
      name: 'Nùng',
      surnames: words('Nông Hoàng Lương Vi Lộc Chu Lăng Lâm Hứa Hà Triệu Mông Lý Phùng Linh Liễu'),
    },
    43,
  ],
  [
    {
      name: 'Tày',
      surnames: words('Nông Hoàng Hà Vi Bế Đàm Đinh Ma Lương Chu Lưu Triệu Lành Dương Hứa Phan'),
    },
    35,
  ],
  [
    {
      name: 'Kinh',
      surnames: words('Nguyễn Nguyễn Trần Lê Phạm Vũ Bùi Đỗ Đặng Ngô Phan Trịnh Đào Mai Tạ Cao'),
    },
    17,
  ],
  [{ name: 'Dao', surnames: words('Triệu Đặng Bàn Lý Hoàng Chu Dương Phùng') }, 4],
  [{ name: 'Hoa', surnames: words('Lâm Trương Hoàng Lý Hà Voòng') }, 1],
]

const MIDDLES: Record<Sex, Words> = {
  male: words(
    'Văn Văn Văn Văn Đức Hữu Quang Minh Xuân Ngọc Công Đình Quốc Anh Trung Tuấn Viết Mạnh Duy Thanh',
  ),
  female: words('Thị Thị Thị Thị Thu Ngọc Thanh Kim Hồng Minh Bích Phương'),
}

const GIVEN: Record<Sex, Words> = {
  male: words(
    'Hùng Dũng Cường Tuấn Nam Sơn Long Hải Thắng Đức Minh Quân Kiên Trung Hiếu Thành Hưng Tùng Toàn Đạt Huy Hoàng ' +
      'Phong Linh Bình Chiến Khánh Lâm Quyết Tiến Vinh Việt Duy Đông Giang Hậu Hòa Khoa Lợi Luân Mạnh Nghĩa Nhất Phú ' +
      'Phúc Quang Quý Tài Tâm Thái Thiện Thịnh Thuận Tiệp Trọng Trường Tú Tân Vũ Xuân Vương Dương Điệp Đoàn Hạnh',
  ),
  female: words(
    'Hương Hoa Lan Mai Hằng Thủy Nga Linh Trang Huyền Thảo Hà Phương Yến Ngân Loan Nhung Oanh Hạnh Hiền Bích Dung ' +
      'Duyên Giang Hồng Liên Ly Minh Nguyệt Quỳnh Thơm Thương Tuyết Vân Xuân Diệp Đào Lệ',
  ),
}

const ALIASES = words('Còi Đen Tí Cu Béo Sẹo Lùn Trố Khỉ Bống')

export interface InventedName {
  name: string
  ethnicity: string
  alias: string | null
}

/** A name as people of the province bear them; it belongs to nobody. */
export function inventName(random: SeededRandom, sex: Sex): InventedName {
  const people = random.weighted(PEOPLES)
  const surname = random.pick(people.surnames)
  const given = random.pick(GIVEN[sex])
  const middle = random.pick(MIDDLES[sex])
  const parts = random.chance(0.06)
    ? [surname, given]
    : [surname, middle === given ? MIDDLES[sex][0] : middle, given]
  const alias = random.chance(0.04) ? `${given} ${random.pick(ALIASES)}` : null
  return { name: parts.join(' '), ethnicity: people.name, alias }
}
