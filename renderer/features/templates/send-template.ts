import { replacedTemplateShape, type ReplacedTemplate } from '#domain/contract/templates.ts'
import { ERROR_SENTENCES } from '#domain/errors.ts'
import { UNREACHABLE } from '#renderer/api/hub-error.ts'

const LARGEST = 2 * 1024 * 1024

/** What came of sending a template: how it stands now, or what to mend in it. */
export type TemplateOutcome = { replaced: ReplacedTemplate } | { problems: string[] }

interface Refusal {
  json?: { message?: string; data?: { problems?: { message: string }[] } }
}

/** Sends a Word file to be the template of an edition. Files over 2 MB are refused before anything is sent. */
export async function sendTemplate(edition: string, file: File): Promise<TemplateOutcome> {
  if (file.size > LARGEST)
    return { problems: ['Biểu mẫu lớn hơn 2 MB. Thu nhỏ hình trong tệp rồi tải lên lại.'] }
  try {
    const response = await fetch(
      `/files/template/${edition}?name=${encodeURIComponent(file.name.slice(-250))}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        credentials: 'same-origin',
        body: file,
      },
    )
    const answer: unknown = await response.json()
    if (response.ok) return { replaced: replacedTemplateShape.parse(answer) }
    const { json } = answer as Refusal
    const problems = json?.data?.problems?.map(({ message }) => message) ?? []
    return { problems: problems.length > 0 ? problems : [json?.message ?? ERROR_SENTENCES.internal] }
  } catch {
    return { problems: [UNREACHABLE] }
  }
}
