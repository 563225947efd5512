import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import { documentBytes, documentWords } from './_document-words.ts'
import { NIGHT, startEscapeHouse } from './_escapes.ts'

const { test, incident, intake, enter, report } = await startEscapeHouse()
afterAll(() => test.close())

function make(stayId: string, form: 'search-decision' | 'search-sheet' | 'escape-notice') {
  return incident.hub.documents.make({ id: randomUUID(), stayId, form, answers: {} })
}

describe('the decision on a search', () => {
  it('names D163 Điều 121.4 for somebody who did not return from a funeral (INC-08)', async () => {
    const { stayId } = enter({
      acts: [
        ['2026-11-19T02:00:00.000Z', { kind: 'left', facts: { outKind: 'funeral', destination: 'Cao Lộc' } }],
      ],
    })
    const { incidentId } = await report([stayId], { at: NIGHT })
    const { id } = await make(stayId, 'search-decision')
    const { documents } = await incident.hub.documents.listIncident({ incidentId })
    expect(documents).toMatchObject([{ id, form: 'search-decision', about: 'Nông Văn Dũng' }])
    const words = await documentWords(test, intake, id)
    expect(words).toContain('Điều 121.4')
    expect(words).not.toContain('Điều 109.2')
  })
})

describe('the photo sheet', () => {
  /** 3 by 4 pixels as far as its frame says; nothing behind it. */
  const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 0x11, 8, 0, 40, 0, 30, 3, 0xff, 0xd9])

  it('is kept under a number with the photo in it, as the decision is; without a photo its place is left', async () => {
    const { stayId, personId } = enter()
    await report([stayId], { at: NIGHT, clothes: 'áo xanh' })
    const bare = await make(stayId, 'search-sheet')
    expect(bare).toMatchObject({ register: 'sheets', fullNumber: '01/PTT-CSCN' })
    expect(await documentWords(test, intake, bare.id)).toMatch(/Dán ảnh[^]*áo xanh/)
    const sent = await fetch(`${test.url}/files/photo`, {
      method: 'POST',
      headers: { cookie: intake.cookie, 'content-type': 'image/jpeg' },
      body: photo,
    })
    const { fileId } = (await sent.json()) as { fileId: string }
    await intake.hub.dossier.setPhoto({ id: randomUUID(), personId, fileId })
    for (const form of ['search-sheet', 'search-decision', 'escape-notice'] as const) {
      const { id } = await make(stayId, form)
      const parts = unzipSync(await documentBytes(test, intake, id))
      const pictures = Object.keys(parts).filter((name) => /^word\/media\/./.test(name))
      expect(pictures.map((name) => parts[name])).toEqual([photo])
      expect(await documentWords(test, intake, id)).not.toContain('Dán ảnh')
    }
  })
})
