import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { findCentre } from '#db/queries/centre/reader.ts'
import { findDevice, findRestores } from '#db/queries/devices/reader.ts'
import type { devicesContract } from '#domain/contract/devices.ts'
import { BROWSER_DAYS, DEVICE_DAYS, isRenewalDue } from '#domain/devices/device.ts'
import { formatPairingCode, readPairingCode } from '#domain/devices/pairing-code.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import { makeBrowserKey } from '../lan/browser-key.ts'
import { issueDeviceCertificate, readRequest } from '../lan/certificates.ts'
import type { CallUseCases } from '../use-case.ts'
import { PROGRAM_VERSION } from '../version.ts'
import { pairingState } from './lines.ts'

const LAN_OFF = 'Mạng nội bộ chưa mở nên máy trạm chưa vào được. Mở mạng nội bộ trước, rồi thêm máy trạm.'
const NO_DEVICE = 'Việc này chỉ làm được từ một máy trạm đã ghép.'
const NOT_DUE = 'Chứng thư của máy trạm còn hạn dài. Chỉ gia hạn được trong 90 ngày cuối.'
const OTHER_KEY = 'Yêu cầu gia hạn không dùng khóa của máy trạm này. Ghép lại máy trạm bằng mã mới.'
const NO_BROWSERS = 'Trình duyệt chưa được phép vào qua mạng nội bộ. Cho phép trước, rồi cấp chứng thư.'
const PAIRING_PORT_TAKEN =
  'Cổng ghép máy đang được chương trình khác dùng. Đổi cổng ghép máy trong phần Mạng nội bộ.'
const SAME_PORT = 'Cổng ghép máy phải khác cổng làm việc. Chọn số khác.'

export const devicesCalls: CallUseCases<typeof devicesContract> = {
  lan: ({ hub }) => hub.lan.state(hub),
  setLan: async ({ hub, actor, now }, choice) => {
    if (choice.port === choice.pairingPort) {
      throw new AppError('invalid_input', SAME_PORT, {
        problems: [{ code: 'port-twice', field: 'pairingPort', message: SAME_PORT }],
      })
    }
    const message = await hub.lan.choose(hub, choice)
    if (message !== null) {
      throw new AppError('invalid_input', message, {
        problems: [{ code: 'port-taken', field: 'port', message }],
      })
    }
    await hub.writer.internal('chooseLan', actor, now, choice)
    return hub.lan.state(hub)
  },
  setBrowsers: async ({ hub, actor, now }, choice) => {
    await hub.writer.internal('chooseBrowsers', actor, now, choice)
    return hub.lan.state(hub)
  },
  makeBrowserKey: async ({ hub, actor, now }, { name }) => {
    const lan = await hub.lan.state(hub)
    if (!lan.listening) throw ruleViolated([{ code: 'lan-off', message: LAN_OFF }])
    if (!lan.browsers) throw ruleViolated([{ code: 'browsers-off', message: NO_BROWSERS }])
    const { authority, tls } = await hub.lan.identity(hub)
    const id = randomUUID()
    const made = await makeBrowserKey(authority, id, now, BROWSER_DAYS)
    const { spki, serial, issuedAt, expiresAt } = made.issued
    await hub.writer.internal('addBrowser', actor, now, { id, name, spki, serial, issuedAt, expiresAt })
    return {
      deviceId: id,
      p12: made.p12.toString('base64'),
      password: made.password,
      hubCertificate: tls.certificate,
      expiresAt,
    }
  },
  startPairing: async ({ hub, actor, now }) => {
    const lan = await hub.lan.state(hub)
    if (!lan.listening) throw ruleViolated([{ code: 'lan-off', message: LAN_OFF }])
    const id = randomUUID()
    const text = formatPairingCode(Buffer.from(lan.pin, 'hex'), randomBytes(9))
    const code = readPairingCode(text)
    if ('message' in code) throw new AppError('internal')
    const { expiresAt } = await hub.writer.internal('makePairingCode', actor, now, {
      id,
      secretHash: createHash('sha256').update(code.secret).digest('hex'),
    })
    await hub.lan.fitPairing(hub).catch(async () => {
      await hub.writer.internal('cancelPairingCode', actor, now, { id })
      throw ruleViolated([{ code: 'pairing-port-taken', message: PAIRING_PORT_TAKEN }])
    })
    return { id, code: text, expiresAt, lan: await hub.lan.state(hub) }
  },
  cancelPairing: async ({ hub, actor, now }, { id }) => {
    await hub.writer.internal('cancelPairingCode', actor, now, { id })
    await hub.lan.fitPairing(hub)
    return pairingState(hub.read, now, id)
  },
  renew: async ({ hub, actor, now, device }, { csr }) => {
    const kept = device && findDevice(hub.read, device.id)
    if (!kept || kept.kind !== 'desk') throw new AppError('forbidden', NO_DEVICE)
    if (!isRenewalDue(kept.expires_at, now))
      throw ruleViolated([{ code: 'renewal-not-due', message: NOT_DUE }])
    const request = await readRequest(csr)
    if (request.spki !== kept.spki_sha256) throw ruleViolated([{ code: 'other-key', message: OTHER_KEY }])
    const { authority } = await hub.lan.identity(hub)
    const issued = await issueDeviceCertificate(authority, { id: kept.id, ...request }, now, DEVICE_DAYS)
    const { serial, issuedAt, expiresAt } = issued
    await hub.writer.internal('renewDevice', actor, now, { id: kept.id, serial, issuedAt, expiresAt })
    return { certificate: issued.certificate, caCertificate: authority.certificate, expiresAt }
  },
  hello: ({ hub, now, device }) => {
    const restores = findRestores(hub.read)
    return {
      installationId: hub.folder.installationId,
      epoch: restores.count + 1,
      lastRestore: restores.last,
      hubName: findCentre(hub.read, dayOf(now))?.name ?? '',
      hubTime: now,
      version: PROGRAM_VERSION,
      device,
    }
  },
}
