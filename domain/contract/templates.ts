import { z } from 'zod'
import { DOCUMENT_FORMS, EDITION_IDS } from '../documents/form-editions.ts'
import { idField } from './fields.ts'
import { route } from './route.ts'

const tagShape = z.object({ tag: z.string(), label: z.string() })

const versionShape = z.object({
  id: z.string(),
  version: z.number(),
  fileName: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
  isActive: z.boolean(),
})

const templateShape = z.object({
  edition: z.enum(EDITION_IDS),
  form: z.enum(DOCUMENT_FORMS),
  formNumber: z.string().nullable(),
  title: z.string(),
  issuedWith: z.string().nullable(),
  source: z.string(),
  /** False once a newer law gave the form another number; still printed for acts of its days. */
  isCurrent: z.boolean(),
  /** Null: the one that ships is in use. */
  activeId: z.string().nullable(),
  versions: z.array(versionShape),
})
export type TemplateLine = z.infer<typeof templateShape>

/** What the hub answers to a template that was sent to `/files/template/<edition>`. */
export const replacedTemplateShape = z.object({
  template: templateShape,
  /** Tags of the form this template does not print. */
  unused: z.array(tagShape),
})
export type ReplacedTemplate = z.infer<typeof replacedTemplateShape>

export const templatesContract = {
  list: route({
    access: 'templates.read',
    kind: 'read',
    summary: 'Every form with its template and the versions the centre brought',
  })
    .input(z.strictObject({}))
    .output(z.object({ templates: z.array(templateShape) })),
  tags: route({ access: 'templates.read', kind: 'read', summary: 'The tags a template of a form may hold' })
    .input(z.strictObject({ edition: z.enum(EDITION_IDS) }))
    .output(
      z.object({
        fields: z.array(tagShape),
        lists: z.array(z.object({ tag: z.string(), label: z.string(), columns: z.array(tagShape) })),
      }),
    ),
  use: route({
    access: 'templates.edit',
    kind: 'write',
    summary: 'Put an earlier template back into use, or the one that ships',
  })
    .input(z.strictObject({ edition: z.enum(EDITION_IDS), templateId: idField.nullable() }))
    .output(templateShape),
}
