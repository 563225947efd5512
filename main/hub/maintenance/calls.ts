import type { waitingContract } from '#domain/contract/waiting.ts'
import { AppError } from '#domain/errors.ts'
import type { CallUseCases } from '../use-case.ts'

export const waitingCalls: CallUseCases<typeof waitingContract> = {
  state: ({ hub }) => ({ kind: 'working', lastAct: hub.maintenance?.last ?? null }),
  openWithSheet: () => {
    throw new AppError('already_set_up', 'Dữ liệu đang mở. Đăng nhập để tiếp tục.')
  },
}
