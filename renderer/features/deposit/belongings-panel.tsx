import { Button } from '@mantine/core'
import { IconPackage, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Belongings } from '#domain/contract/deposit.ts'
import { BAG_STATE_LABELS } from '#domain/deposit/bag-events.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { BAG_STATE_TONES } from '#renderer/features/belongings/bag-tones.ts'
import { SealForm } from '#renderer/features/belongings/seal-form.tsx'
import { BagHistory } from '#renderer/features/deposit/bag-history.tsx'
import { BagForm } from '#renderer/features/deposit/bag-form.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './deposit.module.css'

type Things = Belongings['kept']

function ThingLines({ things }: { things: Things }) {
  return (
    <ul className={classes.things}>
      {things.map(({ id, description, quantity, condition }) => (
        <li key={id}>
          <span className={classes.count}>{quantity} ×</span>
          <span>
            {description}
            {condition !== null && <span className={classes.dim}> · {condition}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

function BagCard({ bag, mayEdit }: { bag: Belongings['bags'][number]; mayEdit: boolean }) {
  const [isResealing, setIsResealing] = useState(false)
  const isKept = bag.state === 'stored' || bag.state === 'due-back' || bag.state === 'damaged'
  return (
    <section className={classes.bag} aria-label={`Túi niêm phong ${bag.sealNumber}`}>
      <p className={classes.seal}>
        <IconPackage size={16} stroke={1.75} aria-hidden />
        Niêm phong số {bag.sealNumber}
        <ToneChip tone={BAG_STATE_TONES[bag.state]} text={BAG_STATE_LABELS[bag.state]} quiet />
      </p>
      <ThingLines things={bag.lines} />
      <p className={classes.dim}>
        {bag.storedAt === null ? 'chưa ghi nơi cất' : `Cất tại ${bag.storedAt}`} · {bag.sealedBy},{' '}
        {formatInstant(bag.sealedAt)}
      </p>
      {bag.seals.length > 0 && (
        <ul className={classes.things} aria-label={`Các lần mở, thay niêm phong túi ${bag.sealNumber}`}>
          {bag.seals.map((seal) => (
            <li key={seal.id}>
              <span>
                <b>
                  {seal.oldSeal} → {seal.newSeal}
                </b>{' '}
                {formatInstant(seal.at)}: {seal.reason}
                <span className={classes.dim}>
                  {' '}
                  · {seal.changedBy} và {seal.witness} cùng mở
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayEdit && isKept && !isResealing && (
        <Button size="compact-xs" variant="subtle" onClick={() => setIsResealing(true)}>
          Thay niêm phong
        </Button>
      )}
      {isResealing && <SealForm bag={bag} onDone={() => setIsResealing(false)} />}
      <BagHistory bag={bag} mayEdit={mayEdit} />
    </section>
  )
}

/** Sealed bags with what is in them, and what the person kept. */
export function BelongingsPanel({ stayId }: { stayId: string }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('deposit.edit') ?? false
  const belongings = useQuery(api.deposit.belongings.queryOptions({ input: { stayId } }))
  const [isAdding, setIsAdding] = useState(false)
  if (belongings.isPending) return <PagePending />
  if (belongings.error) {
    return (
      <ErrorState
        title="Chưa mở được tư trang"
        sentence={toHubError(belongings.error).message}
        onRetry={() => void belongings.refetch()}
      />
    )
  }
  const { bags, kept } = belongings.data
  return (
    <Panel
      title="Tư trang"
      flush
      aside={
        mayEdit &&
        !isAdding && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            Thêm túi niêm phong
          </Button>
        )
      }
    >
      {isAdding && (
        <div className={classes.form}>
          <BagForm stayId={stayId} onDone={() => setIsAdding(false)} />
        </div>
      )}
      {bags.length === 0 && kept.length === 0 && !isAdding && (
        <EmptyState title="Chưa giữ tư trang nào" icon={IconPackage}>
          Đồ vật nhận giữ được cho vào túi có số niêm phong và ghi từng món ở đây.
        </EmptyState>
      )}
      {(bags.length > 0 || kept.length > 0) && (
        <div className={classes.bags}>
          {bags.map((bag) => (
            <BagCard key={bag.id} bag={bag} mayEdit={mayEdit} />
          ))}
          {kept.length > 0 && (
            <section className={classes.bag} aria-label="Để người đó giữ">
              <p className={classes.seal}>Để học viên mang theo</p>
              <ThingLines things={kept} />
            </section>
          )}
        </div>
      )}
    </Panel>
  )
}
