import type { ReactNode } from 'react'
import { NumberLink, type NumberLinkProps } from '#ui/number-link.tsx'
import classes from './statistics.module.css'

/** A count that opens its list; nothing is no link. */
export function Figure({ value, ...link }: NumberLinkProps) {
  return value === 0 ? <span className={classes.none}>0</span> : <NumberLink value={value} {...link} />
}

interface FigureTableProps {
  label: string
  heads: readonly string[]
  /** How many of the first columns are words; the others are numbers. */
  words?: number
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A few rows of figures; every count in it is a link to its list. */
export function FigureTable({ label, heads, words = 1, rows }: FigureTableProps) {
  return (
    <section
      className={classes.scroll}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" data-words={at < words || undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...figures] }) => (
            <tr key={key}>
              <th scope="row" data-words>
                {name}
              </th>
              {figures.map((figure, at) => (
                <td key={heads[at + 1]} data-words={at + 1 < words || undefined}>
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
