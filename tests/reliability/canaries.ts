import { randomUUID } from 'node:crypto'
import { PERMISSION_ROLES, type Permission } from '#domain/permissions/permissions.ts'
import type { Role } from '#domain/permissions/roles.ts'
import type { SeededRandom } from '#hub/seed/seeded-random.ts'
import { form, newcomer, paper } from '#tests/hub/_intake.ts'
import { post, signIn } from './hub-process.ts'

/** Begins every planted word: nothing else in the world contains it. */
export const CANARY_MARK = 'Qzkwv'

/** A planted text, and who may ever be shown it. */
export interface Canary {
  text: string
  roles: readonly Role[]
}

/** What was planted, and the ids of what it stands in. */
export interface Planted {
  canaries: Canary[]
  ids: string[]
  photoIds: string[]
  scanIds: string[]
}

/** Makes words of their own, in letters only, so that they pass for names. */
class CanaryCage {
  readonly canaries: Canary[] = []
  readonly #random: SeededRandom

  constructor(random: SeededRandom) {
    this.#random = random
  }

  /** A new text for holders of a permission, or for these roles alone. */
  make(may: Permission | readonly Role[]): string {
    const letters = Array.from({ length: 10 }, () => String.fromCharCode(97 + this.#random.whole(0, 25)))
    const text = `Đặng Ẩn ${CANARY_MARK}${letters.join('')}`
    this.canaries.push({ text, roles: typeof may === 'string' ? PERMISSION_ROLES[may] : may })
    return text
  }
}

/** A file that passes for a photo, with a text inside. */
function photoWith(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from(text.repeat(20)), 0xff, 0xd9])
}

async function sendFile(url: string, cookie: string, kind: 'photo' | 'scan', text: string): Promise<string> {
  const response = await fetch(`${url}/files/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', cookie },
    body: photoWith(text),
  })
  const { fileId } = (await response.json()) as { fileId?: string }
  if (fileId === undefined) throw new Error(`the ${kind} was not taken`)
  return fileId
}

/**
 * Puts unique texts through the API wherever people are described: names, papers, families, belongings, findings,
 * alerts, drafts, photos and scans, and into requests that are refused or only asked.
 */
export async function plantCanaries(url: string, random: SeededRandom, people = 2): Promise<Planted> {
  const cage = new CanaryCage(random)
  const planted: Planted = { canaries: cage.canaries, ids: [], photoIds: [], scanIds: [] }
  const desks = {
    intake: await signIn(url, 'tiepnhan'),
    medical: await signIn(url, 'yte'),
    zone: await signIn(url, 'khu'),
    director: await signIn(url, 'truong'),
  }
  const write = async (cookie: string, path: string, input: unknown): Promise<void> => {
    const answer = await post(url, path, input, { cookie, 'idempotency-key': randomUUID() })
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.text}`)
  }
  let before = ''
  for (let i = 0; i < people; i += 1) {
    const photo = await sendFile(url, desks.intake, 'photo', cage.make('people.read'))
    const scan = await sendFile(url, desks.intake, 'scan', cage.make('dossier.read'))
    const seen = () => cage.make('people.read')
    const filled = form({ ...newcomer(seen(), `198${i}-05-12`) })
    if (filled.person.kind === 'new') filled.person.fields.alias = seen()
    const personId = filled.person.kind === 'new' ? filled.person.id : ''
    const stayId = filled.stay.id
    const photoId = randomUUID()
    const papers = ['court-decision', 'assignment', 'background'].map((code) =>
      paper(code, { note: cage.make('dossier.read'), fileId: scan }),
    )
    await write(desks.intake, 'intake/receive', {
      ...filled,
      stay: { ...filled.stay, decision: { number: seen(), on: '2026-11-20', issuer: seen() } },
      reception: { ...filled.reception, from: seen(), note: seen() },
      addresses: [{ id: randomUUID(), kind: 'permanent', detail: seen(), printed: seen() }],
      relatives: [{ id: randomUUID(), relation: 'mother', name: seen(), address: seen() }],
      dossier: papers,
      keepApart:
        before === '' ? [] : [{ id: randomUUID(), otherPersonId: before, level: 'room', reason: seen() }],
      belongings: {
        bags: [
          {
            id: randomUUID(),
            sealNumber: `NP-${i}-${random.hex(6)}`,
            storedAt: cage.make('deposit.read'),
            lines: [{ id: randomUUID(), description: cage.make('deposit.read'), quantity: 1 }],
          },
        ],
      },
      deposit: { id: randomUUID(), amount: 100_000, note: cage.make('deposit.read') },
      sheet: {
        id: randomUUID(),
        body: { trade: cage.make('dossier.read'), workplace: cage.make('dossier.read') },
      },
      photo: { id: photoId, fileId: photo },
    })
    await write(desks.medical, 'medical/saveFirstCheck', {
      id: randomUUID(),
      stayId,
      version: null,
      body: {
        pulse: 80,
        illnesses: [{ illness: 'hiv', answer: 'yes', note: cage.make('medical.read') }],
        withdrawalSigns: cage.make('medical.read'),
        drugTest: cage.make('medical.read'),
        conclusion: cage.make('medical.read'),
      },
    })
    for (const [cookie, role] of [
      [desks.intake, 'intake'],
      [desks.medical, 'medical'],
    ] as const) {
      const draft = { form: `canary-${i}`, value: { name: cage.make([role]), note: cage.make([role]) } }
      await write(cookie, 'drafts/save', draft)
    }
    // What is asked for, or refused, must not be kept anywhere either.
    await post(url, 'people/search', { text: cage.make([]) }, { cookie: desks.zone })
    await post(url, 'medical/saveFirstCheck', { stayId, note: cage.make([]) }, { cookie: desks.medical })
    await post(url, 'auth/signIn', { login: cage.make([]), password: cage.make([]), desk: 'Máy thử' })
    await post(url, 'people/get', { id: personId }, { cookie: desks.director })
    planted.ids.push(personId, stayId, ...papers.map(({ id }) => id), photo, scan)
    planted.photoIds.push(photoId)
    planted.scanIds.push(...papers.map(({ id }) => id))
    before = personId
  }
  return planted
}
