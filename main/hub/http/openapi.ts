import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '#domain/contract/index.ts'
import { PROGRAM_VERSION } from '../version.ts'

let generated: Promise<unknown> | undefined

/** The OpenAPI document of the hub's API, for integrators. Made once. */
export function openApiDocument(): Promise<unknown> {
  generated ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(
    contract,
    {
      info: {
        title: 'Nẻo Về – hub API',
        version: PROGRAM_VERSION,
        description:
          'Every route is a POST of JSON under /api. Writes need an Idempotency-Key header. A session cookie comes from auth/signIn.',
      },
      servers: [{ url: '/api' }],
    },
  )
  return generated
}
