import type { Problem } from '../errors.ts'
import type { DocumentForm } from './form-editions.ts'
import { FORM_TAGS } from './form-tags.ts'

/** A tag as it was found in a template, in reading order. */
export interface FoundTag {
  name: string
  kind: 'open' | 'close' | 'text'
}

/** Without these, where its form has them, a document is no paper of this centre about this person. */
const NEEDED = ['so_ky_hieu', 'dia_danh_ngay', 'ten_co_so', 'ho_ten'] as const
/** Another tag that says the same. */
const STANDS_FOR: Record<(typeof NEEDED)[number], readonly string[]> = {
  so_ky_hieu: [],
  dia_danh_ngay: ['ngay_lap'],
  ten_co_so: ['ten_co_so_thuong'],
  ho_ten: ['ho_ten_hoa'],
}

/**
 * Holds the tags of a template against what its form can fill in. Problems refuse it: unknown tags (they would
 * print nothing), table columns outside their table, tables not closed, the few things no document may lack.
 * `unused` are tags of the form the template does not print, for the one who replaced it to look over.
 */
export function checkTemplateTags(
  form: DocumentForm,
  tags: readonly FoundTag[],
): { problems: Problem[]; unused: { tag: string; label: string }[] } {
  const { fields, lists } = FORM_TAGS[form]
  const problems: Problem[] = []
  const used = new Set<string>()
  let open: string | null = null
  for (const tag of tags) {
    if (tag.kind === 'open') {
      if (!Object.hasOwn(lists, tag.name)) problems.push(unknown(`{#${tag.name}}`))
      else if (open !== null) problems.push(nested(tag.name, open))
      used.add(tag.name)
      open = tag.name
    } else if (tag.kind === 'close') {
      if (open === null) problems.push(closed(tag.name))
      open = null
    } else {
      used.add(tag.name)
      const columns = open === null ? undefined : lists[open]?.columns
      if (!Object.hasOwn(fields, tag.name) && !(columns && Object.hasOwn(columns, tag.name)))
        problems.push(unknown(`{${tag.name}}`))
    }
  }
  if (open !== null) {
    problems.push({
      code: 'list_open',
      message: `Bảng {#${open}} chưa có dấu kết thúc. Thêm {/${open}} vào cuối dòng lặp của bảng rồi tải lên lại.`,
    })
  }
  for (const name of NEEDED.filter((tag) => Object.hasOwn(fields, tag))) {
    if (!used.has(name) && !STANDS_FOR[name].some((other) => used.has(other)))
      problems.push({
        code: 'tag_missing',
        message: `Biểu mẫu thiếu {${name}}: ${fields[name] ?? name}. Thêm vào rồi tải lên lại.`,
      })
  }
  const unused = [
    ...Object.entries(fields),
    ...Object.entries(lists).map(([tag, { label }]) => [`#${tag}`, label] as const),
  ]
    .filter(([tag]) => !used.has(tag.replace('#', '')))
    .map(([tag, label]) => ({ tag, label }))
  return { problems, unused }
}

function unknown(tag: string): Problem {
  return {
    code: 'tag_unknown',
    message: `Không có trường ${tag} trong biểu mẫu này. Sửa theo danh sách trường rồi tải lên lại.`,
  }
}

function closed(name: string): Problem {
  return {
    code: 'list_closed',
    message: `Dấu kết thúc {/${name}} không có dấu mở đầu. Thêm {#${name}} vào đầu dòng lặp của bảng rồi tải lên lại.`,
  }
}

function nested(inner: string, outer: string): Problem {
  return {
    code: 'list_nested',
    message: `Bảng {#${inner}} nằm trong bảng {#${outer}}. Kết thúc bảng trước bằng {/${outer}} rồi tải lên lại.`,
  }
}
