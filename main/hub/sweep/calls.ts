import type { sweepContract } from '#domain/contract/sweep.ts'
import type { CallUseCases } from '../use-case.ts'
import { runSweep } from './run-sweep.ts'

export const sweepCalls: CallUseCases<typeof sweepContract> = {
  run: ({ hub, actor }) => runSweep(hub, actor),
}
