import { useQuery } from '@tanstack/react-query'
import { ASSET_ACCOUNTS, LEDGER_ACCOUNT_LABELS, type LedgerAccount } from '#domain/deposit/ledger.ts'
import { formatDay } from '#domain/time/day.ts'
import { api } from '#renderer/api/client.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './ledger.module.css'

const SHOWN: readonly LedgerAccount[] = ['cash', 'bank', 'deposits', 'labour', 'exit', 'canteen']

/** What an account holds, or what is owed on it, as a person reads it. */
export function shownBalance(account: LedgerAccount, balance: number): number {
  const isAsset = (ASSET_ACCOUNTS as readonly LedgerAccount[]).includes(account)
  return isAsset && balance !== 0 ? -balance : balance
}

/** What the accounts hold and owe now, whether they balance, and whether the box waits for its close. */
export function PositionFigures() {
  const position = useQuery(api.ledger.position.queryOptions({ input: {} }))
  if (!position.data) return null
  const { accounts, trialBalance, box } = position.data
  return (
    <dl className={classes.figures}>
      {SHOWN.map((name) => {
        const balance = accounts.find(({ account }) => account === name)?.balance ?? 0
        if (balance === 0 && name !== 'cash' && name !== 'deposits') return null
        return (
          <div key={name}>
            <dt>{LEDGER_ACCOUNT_LABELS[name]}</dt>
            <dd>{dongText(shownBalance(name, balance))}</dd>
          </div>
        )
      })}
      <div>
        <dt>Cân đối</dt>
        <dd>
          {trialBalance === 0 ? (
            <ToneChip tone="ok" text="khớp" quiet />
          ) : (
            <ToneChip tone="late" text={`lệch ${dongText(trialBalance)}`} />
          )}
        </dd>
      </div>
      {box.isOverdue && box.since !== null && (
        <div>
          <dt>Sổ quỹ</dt>
          <dd>
            <InnerLink href="/luu-ky/khoa-so">
              <ToneChip tone="late" text={`chưa khóa từ ${formatDay(box.since)}`} />
            </InnerLink>
          </dd>
        </div>
      )}
    </dl>
  )
}
