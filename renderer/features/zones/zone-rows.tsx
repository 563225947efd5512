import type { PlaceLine } from '#domain/contract/places.ts'
import type { RollSheet } from '#domain/contract/roll.ts'
import { OUT_KINDS } from '#domain/custody/event-kinds.ts'
import { placeRules } from '#renderer/features/zones/lodger-text.ts'
import { CapacityBar } from '#ui/capacity-bar.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './zones.module.css'

/** All zones, one row each: how full, who is there, who is away. Figures of people are absent without the right to them. */
export function ZoneRows({ zones, roll }: { zones: readonly PlaceLine[]; roll: RollSheet | undefined }) {
  const counts = new Map(roll?.byZone.map((zone) => [zone.zoneId, zone]))
  return (
    <table className={classes.zones}>
      <thead>
        <tr>
          <th scope="col">Khu</th>
          <th scope="col">Giường có người / sức chứa sử dụng</th>
          {roll && (
            <>
              <th scope="col">Có mặt</th>
              <th scope="col">Trong khu</th>
              <th scope="col">Ra ngoài</th>
              <th scope="col">Trốn</th>
            </>
          )}
          <th scope="col">Tối đa</th>
        </tr>
      </thead>
      <tbody>
        {zones.map((zone) => {
          const count = counts.get(zone.id)
          const out = count ? OUT_KINDS.reduce((sum, kind) => sum + count.out[kind], 0) : 0
          return (
            <tr key={zone.id}>
              <th scope="row">
                <InnerLink href={`/khu/${zone.id}`} className={classes.zoneLink}>
                  {zone.name}
                </InnerLink>
                <span className={classes.rules}>{placeRules(zone).join(' · ')}</span>
              </th>
              <td className={classes.barCell}>
                <CapacityBar
                  label={zone.code}
                  used={zone.figures.held}
                  capacity={zone.figures.inUse}
                  outOfService={zone.figures.outOfService}
                />
              </td>
              {roll && (
                <>
                  <td>{formatNumber(count?.present ?? 0)}</td>
                  <td>{formatNumber(count?.inZone ?? 0)}</td>
                  <td data-tone={out > 0 ? 'away' : undefined}>{formatNumber(out)}</td>
                  <td data-tone={count && count.escaped > 0 ? 'late' : undefined}>
                    {formatNumber(count?.escaped ?? 0)}
                  </td>
                </>
              )}
              <td>{formatNumber(zone.figures.maximum)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
