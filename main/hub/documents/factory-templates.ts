import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { EditionId } from '#domain/documents/form-editions.ts'
import type { INCIDENT_REPORT_TEMPLATE } from '#domain/documents/incident-report.ts'
import { shippedFile } from '../storage/shipped-file.ts'

interface FactoryTemplate {
  bytes: Uint8Array
  sha256: string
}

/** The wordings of forms, and the one report that is no document of the registers. */
type TemplateName = EditionId | typeof INCIDENT_REPORT_TEMPLATE

const read = new Map<TemplateName, FactoryTemplate>()

/** A template as it ships with the program, read once. */
export function factoryTemplate(id: TemplateName): FactoryTemplate {
  const known = read.get(id)
  if (known) return known
  const bytes = new Uint8Array(readFileSync(shippedFile(`main/hub/documents/templates/${id}.docx`)))
  const template = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  read.set(id, template)
  return template
}
