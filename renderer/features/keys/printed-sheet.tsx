import { encode } from 'uqr'
import { formatInstant } from '#domain/time/instant.ts'
import classes from './keys.module.css'

export interface NewSheet {
  id: string
  lines: string[]
  qr: string
  madeAt: string
}

/** One copy of the sheet as it goes to paper. */
export function PrintedSheet({
  sheet,
  copy,
  centreName,
}: {
  sheet: NewSheet
  copy: 1 | 2
  centreName: string
}) {
  const code = encode(sheet.qr, { ecc: 'M', border: 2 })
  const path = code.data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <article className={classes.sheet} aria-label={`Phiếu phục hồi, bản ${copy}`}>
      <div>
        <h2>PHIẾU PHỤC HỒI DỮ LIỆU NẺO VỀ</h2>
        <p>{centreName}</p>
        <p>
          Số phiếu <strong>{sheet.id}</strong> · lập {formatInstant(sheet.madeAt)} · bản {copy}/2:{' '}
          {copy === 1 ? 'trưởng cơ sở giữ' : 'cơ quan cấp trên giữ'}
        </p>
        <ol>
          {sheet.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p>
          Ai có phiếu này và một bản sao lưu là mở được toàn bộ dữ liệu. Cho vào phong bì, niêm phong, cất
          két.
        </p>
        <p>Không chụp ảnh, không nhập vào máy khác. Ký giao nhận: ………………………………</p>
      </div>
      <svg
        className={classes.qr}
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label="Mã QR của phiếu"
      >
        <rect width={code.size} height={code.size} fill="white" />
        <path d={path} fill="black" />
      </svg>
    </article>
  )
}
