// Makes the Word templates that ship with the program, one per edition of a form, with the layout of NĐ 30/2020/NĐ-CP:
// A4, Times New Roman, Quốc hiệu and Tiêu ngữ, issuing body, number, place and day, signers, Nơi nhận.
// `node scripts/templates.ts` writes them; the same sources give the same bytes.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Packer, type Document } from 'docx'
import { unzipSync, zipSync } from 'fflate'
import { EDITION_IDS } from '#domain/documents/form-editions.ts'
import { INCIDENT_REPORT_TEMPLATE } from '#domain/documents/incident-report.ts'
import { templateOf } from './templates/forms.ts'
import { incidentReport } from './templates/incident-report-form.ts'
import { page } from './templates/layout.ts'

const FOLDER = fileURLToPath(new URL('../main/hub/documents/templates/', import.meta.url))
/** Archives and their properties carry a time; a fixed one keeps the files from changing at every run. */
const MADE_AT = '2026-01-01T00:00:00Z'

const documents: (readonly [name: string, document: Document])[] = [
  ...EDITION_IDS.map((id) => [id, templateOf(id)] as const),
  [INCIDENT_REPORT_TEMPLATE, page('Báo cáo tình hình vụ việc', incidentReport())],
]

for (const [id, document] of documents) {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  const core = parts['docProps/core.xml']
  if (core) {
    const text = new TextDecoder().decode(core).replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, MADE_AT)
    parts['docProps/core.xml'] = new TextEncoder().encode(text)
  }
  const bytes = zipSync(parts, { mtime: new Date(2026, 0, 1), level: 9 })
  writeFileSync(`${FOLDER}${id}.docx`, bytes)
  console.log(`${id}.docx ${bytes.length}`)
}
