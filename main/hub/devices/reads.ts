import type { devicesContract } from '#domain/contract/devices.ts'
import type { ReadUseCases } from '../use-case.ts'
import { deviceLines, pairingState } from './lines.ts'

export const devicesReads: ReadUseCases<typeof devicesContract> = {
  list: (db, { now }) => ({ devices: deviceLines(db, now) }),
  pairing: (db, { now }, { id }) => pairingState(db, now, id),
}
