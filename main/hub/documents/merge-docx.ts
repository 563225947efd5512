import {
  ImagePlugin,
  LoopPlugin,
  MimeType,
  TemplateHandler,
  TextPlugin,
  type ImageContent,
} from 'easy-template-x'
import type { FoundTag } from '#domain/documents/check-template.ts'
import type { MergeFields } from '#domain/documents/merge-fields.ts'

const MOST_XML_DEPTH = 60

/** A JPEG of the record at its size on paper, in pixels of 1/96 inch. */
export interface Picture {
  bytes: Uint8Array
  width: number
  height: number
}

/** Text, repeated rows and pictures of the record only: texts can bring in neither links nor raw XML. */
function handler(): TemplateHandler {
  return new TemplateHandler({
    plugins: [new LoopPlugin(), new TextPlugin(), new ImagePlugin()],
    maxXmlDepth: MOST_XML_DEPTH,
  })
}

/** Fills a template in. About 15 ms; the bytes differ from run to run (dates inside the archive), so keep them. */
export async function mergeDocx(
  template: Uint8Array,
  fields: MergeFields,
  pictures: Readonly<Record<string, Picture>> = {},
): Promise<Buffer> {
  const images = Object.entries(pictures).map(([tag, { bytes, width, height }]) => {
    const image: ImageContent = {
      _type: 'image',
      source: Buffer.from(bytes),
      format: MimeType.Jpeg,
      width,
      height,
      altText: 'Ảnh',
    }
    return [tag, image] as const
  })
  return handler().process(Buffer.from(template), {
    ...(fields as Record<string, string>),
    ...Object.fromEntries(images),
  })
}

const KINDS = { Open: 'open', Close: 'close', SelfClosed: 'text' } as const

/** The tags of a template, in reading order. Throws when they are malformed. */
export async function findTags(template: Uint8Array): Promise<FoundTag[]> {
  const tags = await handler().parseTags(Buffer.from(template))
  return tags.map((tag) => ({ name: tag.name, kind: KINDS[tag.disposition] }))
}
