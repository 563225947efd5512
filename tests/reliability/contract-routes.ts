import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { contract } from '#domain/contract/index.ts'
import type { RouteMeta } from '#domain/contract/route.ts'

/** A JSON Schema as far as the contract's inputs use it. */
export interface InputSchema {
  type?: string | string[]
  properties?: Record<string, InputSchema>
  required?: string[]
  additionalProperties?: boolean | InputSchema
  items?: InputSchema
  enum?: unknown[]
  const?: unknown
  anyOf?: InputSchema[]
  oneOf?: InputSchema[]
  allOf?: InputSchema[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  $ref?: string
  $defs?: Record<string, InputSchema>
}

export interface ContractRoute {
  /** As under `/rpc/`. */
  path: string
  meta: RouteMeta
  input: InputSchema
}

/** Every route of the contract with the shape of what it takes. */
export function contractRoutes(): ContractRoute[] {
  return Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.entries(procedures as Record<string, AnyContractProcedure>).map(([name, procedure]) => {
      if (!isContractProcedure(procedure)) throw new Error(`${feature}.${name} is no procedure`)
      const { meta, inputSchema } = procedure['~orpc']
      const input =
        inputSchema instanceof z.ZodType
          ? z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' })
          : {}
      return { path: `${feature}/${name}`, meta: meta as RouteMeta, input: input as InputSchema }
    }),
  )
}
