import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { receiveFields } from '#domain/contract/intake-fields.ts'
import type { TestDesk } from './_test-hub.ts'

/** What the desk sends to receive somebody. */
export type ReceiveForm = z.input<typeof receiveFields>

type Stay = ReceiveForm['stay']

/** A compulsory first stay under Luật 120/2025 with all its papers, as typed at the desk. */
export const COMPULSORY: Omit<Stay, 'id'> = {
  track: 'compulsory',
  decision: { number: '15/2026/QĐ-TA', on: '2026-11-20', issuer: 'Tòa án nhân dân khu vực 1 - Lạng Sơn' },
  startOn: '2026-11-22',
  startSource: 'Ngày tiếp nhận',
  ordinal: 1,
  ordinalReason: 'Không có đợt nào trong hồ sơ, gia đình xác nhận',
}

/** A paper that has come. */
export function paper(code: string, change: Partial<NonNullable<ReceiveForm['dossier']>[number]> = {}) {
  return {
    id: randomUUID(),
    code,
    state: 'received' as const,
    number: '1/QĐ',
    issuedOn: '2026-11-20',
    ...change,
  }
}

const COMPULSORY_PAPERS = () => ['court-decision', 'assignment', 'background'].map((code) => paper(code))

let people = 0

/** A filled form of somebody nobody knows; whatever a test is about it sets itself. */
export function form(change: Partial<ReceiveForm> = {}, stay: Partial<Stay> = {}): ReceiveForm {
  people += 1
  const year = 1960 + (people % 40)
  return {
    person: {
      kind: 'new',
      id: randomUUID(),
      fields: {
        name: `Vi Văn ${NAMES[people % NAMES.length]} ${people}`,
        birth: `${year}-0${(people % 9) + 1}-15`,
        sex: 'male',
      },
    },
    stay: { id: randomUUID(), ...COMPULSORY, ...stay },
    reception: { eventId: randomUUID(), how: 'escort', from: 'Công an phường Đông Kinh' },
    dossier: COMPULSORY_PAPERS(),
    ...change,
  }
}
const NAMES = ['An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hải', 'Khánh', 'Long', 'Minh', 'Nam', 'Phúc']

/** The newcomer of a form with an identity number. */
export function newcomer(
  name: string,
  birth: string | null,
  number?: string,
): Pick<ReceiveForm, 'person' | 'papers'> {
  return {
    person: { kind: 'new', id: randomUUID(), fields: { name, birth, sex: 'male' } },
    papers: number === undefined ? [] : [{ id: randomUUID(), kind: 'citizen-card', number, source: 'card' }],
  }
}

/** Ends a stay, so that its person may come again. */
export async function release(desk: TestDesk, stayId: string): Promise<void> {
  await desk.hub.custody.record({ id: randomUUID(), stayId, at: null, act: { kind: 'released', facts: {} } })
}
