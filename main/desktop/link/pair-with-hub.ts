import { X509Certificate } from 'node:crypto'
import { pairingAnswerShape, pairingRefusalShape, type PairingRequest } from '#domain/contract/pairing.ts'
import { agreesWithPin, readPairingCode } from '#domain/devices/pairing-code.ts'
import type { Problem } from '#domain/errors.ts'
import { askHub } from './ask-hub.ts'
import type { PairedDesk } from './desk-store.ts'
import { isCertificateOf, makeDeviceRequest } from './device-request.ts'
import { HubKeyChanged } from './link-errors.ts'
import { PinnedAgent } from './pinned-agent.ts'

export interface PairingInput {
  host: string
  /** Port of the hub's pairing listener. */
  port: number
  /** As typed: the hub's key and the one-time secret. */
  code: string
  deviceName: string
  /** Version of this program. */
  program: string
}

const OTHER_HUB: Problem = {
  code: 'pairing-other-hub',
  field: 'code',
  message:
    'Máy ở địa chỉ này không phải máy chủ đã tạo mã. Chưa gửi gì đi. Kiểm tra địa chỉ và mã trên màn hình quản trị viên.',
}
const NO_ANSWER: Problem = {
  code: 'pairing-no-answer',
  field: 'host',
  message:
    'Không có máy chủ nào trả lời ở địa chỉ và cổng này. Kiểm tra dây mạng, địa chỉ, và mã còn hạn 10 phút.',
}
const BAD_ANSWER: Problem = {
  code: 'pairing-bad-answer',
  message: 'Máy chủ trả lời không đúng. Xem hai máy có cùng phiên bản phần mềm rồi ghép lại với mã mới.',
}

/**
 * Takes this desk in at a hub: compares the hub's key with the first half of the code, then sends the secret and a
 * request for a certificate. Nothing of the code goes to a hub with another key.
 */
export async function pairWithHub(input: PairingInput): Promise<PairedDesk | Problem> {
  const code = readPairingCode(input.code)
  if ('message' in code) return code
  const agent = new PinnedAgent({ key: { agrees: (pin) => agreesWithPin(code.pinPrefix, pin) } })
  const { key, csr } = makeDeviceRequest()
  const question: PairingRequest = {
    secret: code.secret,
    csr,
    deviceName: input.deviceName,
    program: input.program,
  }
  try {
    const { host, port } = input
    const { status, answer } = await askHub({ host, port, agent, isSecure: true }, '/pair', question)
    if (status !== 200) {
      const refusal = pairingRefusalShape.safeParse(answer)
      return refusal.success ? { ...refusal.data, field: 'code' } : BAD_ANSWER
    }
    const taken = pairingAnswerShape.safeParse(answer)
    if (!taken.success) return BAD_ANSWER
    const hub = taken.data
    if (hub.hubPin !== agent.seenPin || !isCertificateOf(hub.certificate, key)) return BAD_ANSWER
    return {
      hub: {
        host,
        lanPort: hub.lanPort,
        pin: hub.hubPin,
        installationId: hub.installationId,
        name: hub.hubName,
        epoch: null,
      },
      device: { id: hub.deviceId, certificate: hub.certificate, key },
    }
  } catch (error) {
    return error instanceof HubKeyChanged ? OTHER_HUB : NO_ANSWER
  } finally {
    agent.destroy()
  }
}

/** When this desk's certificate ends. */
export function certificateEnd(certificate: string): Date {
  return new X509Certificate(certificate).validToDate
}
