import { BelongingsPanel } from '#renderer/features/deposit/belongings-panel.tsx'
import { MoneyPanel } from '#renderer/features/deposit/money-panel.tsx'

/** What a person left with the centre: money and sealed bags. */
export function DepositTab({ stayId, name }: { stayId: string; name: string }) {
  return (
    <>
      <MoneyPanel stayId={stayId} name={name} />
      <BelongingsPanel stayId={stayId} />
    </>
  )
}
