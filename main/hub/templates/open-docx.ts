import { unzipSync, zipSync } from 'fflate'
import { AppError } from '#domain/errors.ts'
import { badTemplate } from './bad-template.ts'
import { refuseFields } from './refuse-fields.ts'

/** Largest template in bytes. */
export const TEMPLATE_LIMIT = 2 * 1024 * 1024
const UNPACKED_LIMIT = 20 * 1024 * 1024
const MOST_PARTS = 300

const WORD_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
/** Parts that run or carry programs and other files. */
const ACTIVE_PART = /vbaproject|vbadata|activex|embeddings\/|\.(bin|exe|dll|js|vbs|html?|mht|rtf|docm|dotm)$/i
/** Relations that pull in other files when the document is opened. */
const ACTIVE_RELATION =
  /\/(attachedTemplate|oleObject|aFChunk|subDocument|frame|control|vbaProject|package|externalLink\w*)$/i

/**
 * Opens a Word file that somebody brings as a template and packs it anew, with nothing hidden between its parts.
 * Refuses with `invalid_input` what is no .docx, unpacks too large, carries macros, other files, links that load
 * by themselves, XML entities, or fields that change between two prints; with `payload_too_large` over 2 MB.
 */
export function openDocx(bytes: Uint8Array): Uint8Array {
  if (bytes.length > TEMPLATE_LIMIT)
    throw new AppError('payload_too_large', 'Biểu mẫu lớn hơn 2 MB. Thu nhỏ hình trong tệp rồi tải lên lại.')
  const parts = unpack(bytes)
  const types = textOf(parts, '[Content_Types].xml')
  if (types === undefined || parts['word/document.xml'] === undefined || !types.includes(WORD_MAIN)) {
    throw badTemplate(
      /macroEnabled/i.test(types ?? '')
        ? 'Tệp có macro (.docm). Mở bằng Word và lưu thành .docx rồi tải lên lại.'
        : 'Tệp không phải văn bản Word .docx. Mở bằng Word, chọn Lưu thành, dạng “Word Document (.docx)”.',
    )
  }
  for (const name of Object.keys(parts)) {
    if (ACTIVE_PART.test(name))
      throw badTemplate('Tệp chứa macro hoặc tệp nhúng. Xóa phần nhúng, lưu thành .docx rồi tải lên lại.')
    if (/\.(xml|rels)$/i.test(name)) checkXml(name, textOf(parts, name) ?? '')
  }
  return zipSync(parts, { level: 6, mtime: new Date(2026, 0, 1) })
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  let count = 0
  let isTooLarge = false
  const sizes = new Map<string, number>()
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize
        count += 1
        isTooLarge ||= total > UNPACKED_LIMIT || count > MOST_PARTS
        if (isTooLarge || file.name.endsWith('/')) return false
        sizes.set(file.name, file.originalSize)
        return true
      },
    })
  } catch (cause) {
    throw badTemplate('Tệp hỏng hoặc không phải Word .docx. Mở bằng Word, lưu lại rồi tải lên.', cause)
  }
  if (isTooLarge) throw badTemplate('Tệp giải nén ra quá lớn. Bỏ hình lớn trong tệp rồi tải lên lại.')
  for (const [name, part] of Object.entries(parts)) {
    if (/^[/\\]|\\|(^|\/)\.\.(\/|$)|\p{Cc}/u.test(name) || part.length !== sizes.get(name))
      throw badTemplate('Tệp hỏng. Mở bằng Word, lưu lại rồi tải lên.')
  }
  return parts
}

function textOf(parts: Record<string, Uint8Array>, name: string): string | undefined {
  const part = parts[name]
  if (!part) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part)
  } catch (cause) {
    throw badTemplate('Tệp dùng bảng mã lạ. Mở bằng Word, lưu lại thành .docx rồi tải lên.', cause)
  }
}

function checkXml(name: string, xml: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml) || xml.includes('\0'))
    throw badTemplate('Tệp có phần XML không an toàn. Mở bằng Word, lưu lại thành .docx rồi tải lên.')
  if (name.endsWith('.rels')) checkRelations(xml)
  else refuseFields(xml)
}

function checkRelations(xml: string): void {
  for (const [relation] of xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const type = /\bType\s*=\s*["']([^"']*)["']/.exec(relation)?.[1] ?? ''
    const target = /\bTarget\s*=\s*["']([^"']*)["']/.exec(relation)?.[1] ?? ''
    const isOutside =
      /TargetMode\s*=\s*["']External["']/i.test(relation) || /^\s*[a-z][\w+.-]*:|^\\\\/i.test(target)
    const isLink = type.endsWith('/hyperlink') && /^(https?:|mailto:)/i.test(target)
    if (ACTIVE_RELATION.test(type) || (isOutside && !isLink)) {
      throw badTemplate(
        'Tệp nối tới tệp hoặc trang ở ngoài (mẫu gắn kèm, hình liên kết, đối tượng). Bỏ các liên kết đó, ' +
          'chèn hình vào tệp, rồi tải lên lại.',
      )
    }
  }
}
