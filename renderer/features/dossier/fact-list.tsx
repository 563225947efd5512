import classes from './dossier.module.css'

/** One fact of a record; empty text says that nothing is known. */
export interface Fact {
  label: string
  text: string
  isWide?: boolean
}

/** Facts of a record, label and text, two beside each other. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, text, isWide }) => (
        <div key={label} data-wide={isWide || undefined}>
          <dt>{label}</dt>
          <dd data-empty={text === '' || undefined}>{text === '' ? 'chưa ghi' : text}</dd>
        </div>
      ))}
    </dl>
  )
}
