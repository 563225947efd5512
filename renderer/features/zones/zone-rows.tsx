/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the native meter cannot be drawn alike in both themes and on paper */
import type { PlaceFigures, PlaceLine } from '#domain/contract/places.ts'
import type { RollSheet } from '#domain/contract/roll.ts'
import { OUT_KINDS } from '#domain/custody/event-kinds.ts'
import { placeRules } from '#renderer/features/zones/lodger-text.ts'
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
          <th scope="col">Người / sức chứa sử dụng</th>
          {roll && (
            <>
              <th scope="col" data-yields>
                Có mặt
              </th>
              <th scope="col">Trong khu</th>
              <th scope="col">Ra ngoài</th>
              <th scope="col">Trốn</th>
            </>
          )}
          <th scope="col" data-yields>
            Tối đa
          </th>
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
                <FillBar name={zone.name} figures={zone.figures} />
              </td>
              {roll && (
                <>
                  <td data-yields>{formatNumber(count?.present ?? 0)}</td>
                  <td>{formatNumber(count?.inZone ?? 0)}</td>
                  <td data-tone={out > 0 ? 'away' : undefined}>{formatNumber(out)}</td>
                  <td data-tone={count && count.escaped > 0 ? 'late' : undefined}>
                    {formatNumber(count?.escaped ?? 0)}
                  </td>
                </>
              )}
              <td data-yields>{formatNumber(zone.figures.maximum)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** How many beds are held of those the zone is run for: numbers, a bar and a word. */
function FillBar({ name, figures }: { name: string; figures: PlaceFigures }) {
  const { held, inUse, outOfService } = figures
  const free = inUse - held
  const tone = free < 0 ? 'late' : inUse > 0 && held / inUse >= 0.95 ? 'soon' : undefined
  const word = free > 0 ? `còn ${formatNumber(free)}` : free === 0 ? 'hết chỗ' : `quá ${formatNumber(-free)}`
  return (
    <span className={classes.fillBar} data-tone={tone}>
      <b>
        {formatNumber(held)}/{formatNumber(inUse)}
      </b>
      <span
        className={classes.fillTrack}
        role="meter"
        aria-label={`${name}: ${held} trên ${inUse} chỗ`}
        aria-valuemin={0}
        aria-valuemax={Math.max(inUse, held)}
        aria-valuenow={held}
      >
        <span style={{ width: `${inUse === 0 ? 0 : Math.min(100, (held / inUse) * 100)}%` }} />
      </span>
      <span className={classes.fillWords}>
        {word}
        {outOfService > 0 && ` · ngừng ${formatNumber(outOfService)}`}
      </span>
    </span>
  )
}
