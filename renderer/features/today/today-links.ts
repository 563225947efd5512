import type { DueRow } from '#domain/contract/today.ts'
import type { OutKind } from '#domain/custody/event-kinds.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import type { RollWord } from '#domain/contract/roll.ts'

/** Where the lists behind the numbers are, for someone with these permissions. */
export interface TodayLinks {
  /** The list behind a number of the roll. */
  ofRoll: (word: RollWord) => string
  /** Where a due line is dealt with. */
  ofDue: (row: DueRow) => string
  /** The list of everything due; null for those who may not open it. */
  ofDuties: string | null
  /** A person's page; null for those who may not open it. */
  ofPerson: (personId: string) => string | null
}

const PEOPLE_OF_WORD: Partial<Record<RollWord, string>> = {
  onRoll: '/nguoi',
  inZone: '/nguoi?trang-thai=inside',
  out: '/nguoi?trang-thai=out',
  suspended: '/nguoi?trang-thai=suspended',
  escaped: '/nguoi?trang-thai=escaped',
  interrupted: '/nguoi?trang-thai=interrupted',
  awaitingBed: '/nguoi?cho-giuong=co',
}

const PEOPLE_OF_DUE: Record<Exclude<DueRow['kind'], 'obligation'>, string> = {
  'term-over': '/nguoi?het-han=0',
  'deposit-owed': '/luu-ky/so-du?nhom=left',
  'bags-due': '/luu-ky/tui?trang-thai=due-back',
  'cash-open': '/luu-ky/khoa-so',
  'stage-over': '/quy-trinh?giai-doan=1&xem=qua-han',
  'plan-missing': '/quy-trinh',
  'conduct-open': '/quy-trinh/xep-loai',
  'clock-unknown': '/nguoi?sap=end',
  'ends-later': '/nguoi?het-han=30',
}

/** Windows of the list of duties behind the groups of lines. */
const WINDOW_OF_URGENCY: Record<DueRow['urgency'], string> = {
  late: 'late',
  today: 'today',
  soon: 'week',
  file: 'later',
}

/** The word under which people out for one reason are counted. */
export function outWord(kind: OutKind): RollWord {
  return `out:${kind}`
}

/** Links as far as the permissions open what they lead to: those without names are led to figures. */
export function todayLinks(permissions: readonly Permission[]): TodayLinks {
  const seesPeople = permissions.includes('people.read')
  return {
    ofRoll: (word) => (seesPeople && PEOPLE_OF_WORD[word]) || '/quan-so',
    ofDuties: permissions.includes('duties.read') ? '/viec' : null,
    ofPerson: (personId) => (seesPeople ? `/nguoi/${personId}` : null),
    ofDue: (row) => {
      if (!seesPeople) return '/quan-so'
      const [only] = row.people
      if (row.duty === 'IN-05' && row.count === 1 && only) return `/nguoi/${only.personId}?the=giay-to`
      if (row.count === 1 && only) return `/nguoi/${only.personId}`
      if (row.duty === 'HOUSE-05' && permissions.includes('custody.place')) return '/khu'
      if (row.kind === 'obligation')
        return `/viec?viec=${encodeURIComponent(row.duty ?? '')}&han=${WINDOW_OF_URGENCY[row.urgency]}`
      return PEOPLE_OF_DUE[row.kind]
    },
  }
}
