import { Popover, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import classes from './why-popover.module.css'

export interface WhyLine {
  /** The step in a sentence: `Hạn gốc 24 tháng kể từ 29/07/2026`. */
  text: string
  /** What it adds up to at this line. */
  value?: string
  /** Where it comes from: an article, a decision, an event. */
  source?: string
}

export interface WhyPopoverProps {
  /** What is explained: `Vì sao hết hạn 29/07/2028`. */
  title: string
  lines: readonly WhyLine[]
  /** Text of the button. */
  label?: string
  /** Number of the rule behind it, small beside the text. */
  code?: string
}

/** The way from facts to a computed thing, line by line, behind a small "vì sao". */
export function WhyPopover({ title, lines, label = 'vì sao', code }: WhyPopoverProps) {
  // What is read aloud begins with what is seen.
  const seen = code === undefined ? label : `${label} ${code}`
  return (
    <Popover position="bottom-start" withArrow={false} trapFocus returnFocus width="max-content">
      <Popover.Target>
        <UnstyledButton className={classes.button} aria-label={`${seen}: ${title}`}>
          {label} {code !== undefined && <span className={classes.code}>{code}</span>}
          <IconChevronRight size={12} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} tabIndex={-1} data-autofocus aria-label={title}>
        <p className={classes.title}>{title}</p>
        <ol className={classes.lines}>
          {lines.map((line) => (
            <li key={`${line.text}${line.value ?? ''}`} className={classes.line}>
              <span>
                {line.text}
                {line.source && <span className={classes.source}>{line.source}</span>}
              </span>
              {line.value && <b className={classes.value}>{line.value}</b>}
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  )
}
