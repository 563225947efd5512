import { Kbd } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { COMMON_KEYS, HELP_TOPICS, topicFor } from '#renderer/features/help/help-topics.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './help.module.css'

/** Help for one screen, asked for by its address (`/tro-giup?trang=/khu`), beside the list of all. */
export function HelpPage() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const asked = search['trang']
  const topic = topicFor(typeof asked === 'string' ? asked : '/') ?? HELP_TOPICS[0]
  if (!topic) return null
  return (
    <>
      <PageHeader title={`Trợ giúp: ${topic.title}`} />
      <div className={classes.columns}>
        <nav aria-label="Các trang trợ giúp" className={classes.topics}>
          {HELP_TOPICS.map((one) => (
            <InnerLink
              key={one.path}
              href={`/tro-giup?trang=${one.path}`}
              aria-current={one === topic ? 'page' : undefined}
            >
              {one.title}
            </InnerLink>
          ))}
        </nav>
        <div className={classes.text}>
          <Panel>
            <p className={classes.lead}>{topic.lead}</p>
            <ul>
              {topic.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
            <p>
              <InnerLink href={topic.path}>Mở trang {topic.title}</InnerLink>
            </p>
          </Panel>
          <Panel title="Phím tắt">
            <dl className={classes.keys}>
              {[...(topic.keys ?? []), ...COMMON_KEYS].map(({ keys, does }) => (
                <div key={keys}>
                  <dt>
                    <Kbd>{keys}</Kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </Panel>
        </div>
      </div>
    </>
  )
}
