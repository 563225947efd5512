import { Button, Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatNumber } from '#ui/format.ts'
import classes from './data-list.module.css'

interface ListFootProps {
  /** Rows loaded; undefined while nothing is known. */
  loaded: number | undefined
  total: number | undefined
  noun: string
  loadingMore: boolean
  ticked: number
  /** Ticked rows that the list does not show at present. */
  tickedUnseen: number
  bulkActs: ReactNode
  onUntick: () => void
}

function countText(loaded: number, total: number | undefined, noun: string): string {
  if (total === undefined || total === loaded) return `${formatNumber(loaded)} ${noun}`
  return `Đã tải ${formatNumber(loaded)} trong ${formatNumber(total)} ${noun}`
}

/** The foot of a list: how many are shown, or what to do with those ticked. Its height never changes. */
export function ListFoot({
  loaded,
  total,
  noun,
  loadingMore,
  ticked,
  tickedUnseen,
  bulkActs,
  onUntick,
}: ListFootProps) {
  return (
    <div className={classes.foot} data-bulk={ticked > 0 || undefined}>
      {ticked > 0 ? (
        <>
          <output className={classes.bulkCount}>
            Đã chọn {formatNumber(ticked)} {noun}
            {tickedUnseen > 0 && `, ${formatNumber(tickedUnseen)} không hiện ở đây`}
          </output>
          <div className={classes.bulkActs}>{bulkActs}</div>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onUntick}>
            Bỏ chọn (Esc)
          </Button>
        </>
      ) : (
        <output>{loaded === undefined ? '' : countText(loaded, total, noun)}</output>
      )}
      {loadingMore && (
        <output className={classes.loader} aria-label="Đang tải thêm">
          <Loader size={14} aria-hidden />
        </output>
      )}
    </div>
  )
}
