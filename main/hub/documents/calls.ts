import type { documentsContract } from '#domain/contract/documents.ts'
import type { CallUseCases } from '../use-case.ts'
import { makeDocument } from './make-document.ts'

export const documentsCalls: CallUseCases<typeof documentsContract> = { make: makeDocument }
