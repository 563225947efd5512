import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import type { TestDesk, TestHub } from './_test-hub.ts'

/** The file of a document as the hub hands it to a desk. */
export async function documentBytes(test: TestHub, desk: TestDesk, id: string): Promise<Uint8Array> {
  const answer = await fetch(`${test.url}/files/document/${id}.docx`, { headers: { cookie: desk.cookie } })
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

/** The words of a document of the hub, line by line. */
export async function documentWords(test: TestHub, desk: TestDesk, id: string): Promise<string> {
  const parts = unzipSync(await documentBytes(test, desk, id))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  return xml.replace(/<w:br\/>|<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
}
