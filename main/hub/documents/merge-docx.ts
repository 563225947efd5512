import { LoopPlugin, TemplateHandler, TextPlugin } from 'easy-template-x'
import type { FoundTag } from '#domain/documents/check-template.ts'
import type { MergeFields } from '#domain/documents/merge-fields.ts'

const MOST_XML_DEPTH = 60

/** Text and repeated rows only: data can bring in neither pictures, nor links, nor raw XML. */
function handler(): TemplateHandler {
  return new TemplateHandler({
    plugins: [new LoopPlugin(), new TextPlugin()],
    maxXmlDepth: MOST_XML_DEPTH,
  })
}

/** Fills a template in. About 15 ms; the bytes differ from run to run (dates inside the archive), so keep them. */
export async function mergeDocx(template: Uint8Array, fields: MergeFields): Promise<Buffer> {
  return handler().process(Buffer.from(template), fields as Record<string, string>)
}

const KINDS = { Open: 'open', Close: 'close', SelfClosed: 'text' } as const

/** The tags of a template, in reading order. Throws when they are malformed. */
export async function findTags(template: Uint8Array): Promise<FoundTag[]> {
  const tags = await handler().parseTags(Buffer.from(template))
  return tags.map((tag) => ({ name: tag.name, kind: KINDS[tag.disposition] }))
}
