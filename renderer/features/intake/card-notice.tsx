import { ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconId, IconX } from '@tabler/icons-react'
import type { CardScan } from '#domain/identity/card-scan.ts'
import { formatBirth } from '#domain/people/birth.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { formatDay } from '#domain/time/day.ts'
import classes from './intake.module.css'

/** What the scanner read, with doubts that forbid nothing; the raw text where it could not be trusted. */
export function CardNotice({
  scan,
  onClose,
}: {
  scan: Exclude<CardScan, { kind: 'other' }>
  onClose: () => void
}) {
  return (
    <output className={classes.scan} data-kind={scan.kind}>
      {scan.kind === 'card' ? (
        <IconId size={18} stroke={1.75} aria-hidden />
      ) : (
        <IconAlertTriangle size={18} stroke={2} aria-hidden />
      )}
      <span className={classes.grow}>
        {scan.kind === 'card' ? (
          <>
            Đọc từ thẻ: <b>{scan.card.name ?? 'không có họ tên'}</b>
            {scan.card.birthOn !== undefined && `, sinh ${formatBirth(scan.card.birthOn)}`}
            {scan.card.sex !== undefined && `, ${SEX_LABELS[scan.card.sex].toLowerCase()}`}, số{' '}
            {scan.card.citizenId}
            {scan.card.issuedOn !== undefined && `, cấp ${formatDay(scan.card.issuedOn)}`}.
            {scan.doubts.map(({ code, message }) => (
              <span key={code + message} className={classes.doubt}>
                {message}
              </span>
            ))}
          </>
        ) : (
          <>
            {scan.problem.message}
            <code className={classes.raw}>{scan.raw}</code>
          </>
        )}
      </span>
      <ActionIcon aria-label="Đóng thông báo quét thẻ" onClick={onClose}>
        <IconX size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </output>
  )
}
