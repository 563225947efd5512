import { createHash, randomUUID } from 'node:crypto'
import type { ReplacedTemplate } from '#domain/contract/templates.ts'
import { checkTemplateTags, type FoundTag } from '#domain/documents/check-template.ts'
import { editionOf, type EditionId } from '#domain/documents/form-editions.ts'
import { FORM_TAGS } from '#domain/documents/form-tags.ts'
import type { MergeFields } from '#domain/documents/merge-fields.ts'
import { AppError } from '#domain/errors.ts'
import { findTags, mergeDocx } from '../documents/merge-docx.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../use-case.ts'
import { badTemplate } from './bad-template.ts'
import { openDocx } from './open-docx.ts'

async function tagsOf(bytes: Uint8Array): Promise<FoundTag[]> {
  try {
    return await findTags(bytes)
  } catch (cause) {
    throw badTemplate(
      'Có dấu { hoặc } không đi thành cặp, hoặc bảng lặp chưa đóng. Xem lại các trường dạng {ho_ten} rồi tải lên lại.',
      cause,
    )
  }
}

/** Every text and two rows of every table, to see whether the template can be filled in at all. */
function sampleFields(edition: EditionId): MergeFields {
  const { fields, lists } = FORM_TAGS[editionOf(edition).form]
  const filled = (tags: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.keys(tags).map((tag) => [tag, 'Nguyễn Văn A']))
  const rows = Object.entries(lists).map(([list, { columns }]) => [list, [filled(columns), filled(columns)]])
  return { ...filled(fields), ...Object.fromEntries(rows) }
}

/**
 * Checks a Word file and puts it in place of an edition's template.
 * @throws AppError `invalid_input` saying what to mend, with one problem per tag
 */
export async function replaceTemplate(
  hub: Hub,
  actor: Actor,
  upload: { edition: EditionId; fileName: string; bytes: Uint8Array },
): Promise<ReplacedTemplate> {
  const bytes = openDocx(upload.bytes)
  const { problems, unused } = checkTemplateTags(editionOf(upload.edition).form, await tagsOf(bytes))
  if (problems.length > 0) throw new AppError('invalid_input', problems[0]?.message, { problems })
  try {
    await mergeDocx(bytes, sampleFields(upload.edition))
  } catch (cause) {
    throw badTemplate(
      'Không điền thử được vào tệp này. Xem lại các bảng lặp: mở và đóng trong cùng một dòng của bảng.',
      cause,
    )
  }
  const template = await hub.writer.internal('storeTemplate', actor, hub.now(), {
    id: randomUUID(),
    edition: upload.edition,
    fileName: upload.fileName,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  return { template, unused }
}
