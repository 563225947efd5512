import type { WriteDb } from '#db/connection/handles.ts'
import { lastChange } from '#db/queries/changes/reader.ts'
import { findDevice, type DeviceRow } from '#db/queries/devices/reader.ts'
import { setDeviceName, setDeviceRevoked } from '#db/queries/devices/writer.ts'
import type { devicesContract } from '#domain/contract/devices.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { endSessionsAt } from '../auth/session-writes.ts'
import type { WriteUseCases } from '../use-case.ts'
import { deviceLine } from './lines.ts'

const GONE = {
  code: 'device-revoked',
  message: 'Máy trạm này đã bị thu hồi. Nếu máy còn được dùng, ghép lại bằng mã mới.',
}

function checkVersion(db: WriteDb, id: string, version: number): DeviceRow {
  const device = findDevice(db, id)
  if (!device) throw new AppError('not_found')
  if (device.revoked_at !== null) throw ruleViolated([GONE])
  if (device.version !== version) {
    throw new AppError('conflict', undefined, {
      current: { name: device.name, version: device.version },
      ...lastChange(db, 'devices', id),
    })
  }
  return device
}

export const devicesWrites: WriteUseCases<typeof devicesContract> = {
  rename: (db, context, { id, version, name }) => {
    checkVersion(db, id, version)
    setDeviceName(db, id, name)
    context.audit({ action: 'device.renamed', subject: { kind: 'device', id }, facts: { desk: name } })
    context.changed('devices', id)
    return deviceLine(db, context.now, id)
  },
  revoke: (db, context, { id, version }) => {
    const { name } = checkVersion(db, id, version)
    setDeviceRevoked(db, id, context.now, context.actor.userId)
    endSessionsAt(db, id, context.now)
    context.audit({ action: 'device.revoked', subject: { kind: 'device', id }, facts: { desk: name } })
    context.changed('devices', id)
    return deviceLine(db, context.now, id)
  },
}
