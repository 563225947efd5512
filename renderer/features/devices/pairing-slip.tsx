import { useEffect, useState } from 'react'
import type { LanState } from '#domain/contract/devices.ts'
import { PAIRING_CODE_MS, PAIRING_TRIES } from '#domain/devices/device.ts'
import { pinText } from '#domain/devices/pairing-code.ts'
import { formatInstant, instantMs } from '#domain/time/instant.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { CodeQr } from '#renderer/features/devices/code-qr.tsx'
import classes from './devices.module.css'

export interface PairingSlipProps {
  /** Seven groups of four. */
  code: string
  expiresAt: string
  lan: LanState
  /** Wrong tries before the code dies; null while unknown. */
  triesLeft: number | null
}

/** What is needed at the other machine: the code, where the hub is, and how its key is known. Prints as one slip. */
export function PairingSlip({ code, expiresAt, lan, triesLeft }: PairingSlipProps) {
  return (
    <section className={classes.slip} aria-label="Phiếu ghép máy trạm">
      <div>
        <h2 className={classes.slipTitle}>Mã ghép máy trạm</h2>
        <p className={classes.code} aria-label={`Mã ghép máy: ${code}`}>
          {code.split(' ').map((group, index) => (
            <span key={index}>{group}</span>
          ))}
        </p>
        <p className={classes.note}>
          Dùng một lần, đến {formatInstant(expiresAt)} <TimeLeft expiresAt={expiresAt} />
        </p>
        {triesLeft !== null && triesLeft < PAIRING_TRIES && (
          <output className={classes.problem}>
            Đã có {PAIRING_TRIES - triesLeft} lần ghép bằng mã sai. Còn {triesLeft} lần trước khi mã bị khóa.
          </output>
        )}
        <dl className={classes.facts}>
          <dt>Địa chỉ máy chủ</dt>
          <dd className={classes.number}>{lan.addresses.join(' · ')}</dd>
          <dt>Cổng ghép máy</dt>
          <dd>{lan.pairingPort}</dd>
          <dt>Dấu vân khóa</dt>
          <dd className={classes.number}>{pinText(lan.pin)}</dd>
        </dl>
        <p className={classes.note}>
          Ở máy mới: mở Nẻo Về, chọn «Máy trạm», chọn máy chủ trong danh sách hoặc gõ địa chỉ, rồi nhập mã.
          Không đọc mã qua điện thoại cho người không quen.
        </p>
      </div>
      <CodeQr text={code.replaceAll(' ', '')} label="Mã ghép máy dưới dạng QR" />
    </section>
  )
}

/** Counts down by the hub's clock. */
function TimeLeft({ expiresAt }: { expiresAt: string }) {
  const desk = useDesk()
  const [left, setLeft] = useState(PAIRING_CODE_MS)
  useEffect(() => {
    const count = () => {
      const now = desk ? instantMs(desk.now()) : Date.now()
      setLeft(Math.max(0, instantMs(expiresAt) - now))
    }
    count()
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [desk, expiresAt])
  const minutes = Math.floor(left / 60_000)
  const seconds = Math.floor((left % 60_000) / 1000)
  return (
    <span className={classes.left} role="timer">
      {left === 0 ? 'hết giờ' : `còn ${minutes}:${String(seconds).padStart(2, '0')}`}
    </span>
  )
}
