import type { FastifyInstance } from 'fastify'
import type { Hub } from '../hub.ts'

/** Files sent to the hub. */
export function registerUpload(_server: FastifyInstance, _hub: Hub): void {}
