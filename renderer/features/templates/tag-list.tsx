import { useQuery } from '@tanstack/react-query'
import type { EditionId } from '#domain/documents/form-editions.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import classes from './templates.module.css'

/** The tags a template of an edition may hold, as they are typed into Word. */
export function TagList({ edition }: { edition: EditionId }) {
  const tags = useQuery(api.templates.tags.queryOptions({ input: { edition } }))
  if (tags.isPending) return <PagePending />
  if (tags.error) {
    return <ErrorState title="Chưa tải được danh sách trường" sentence={toHubError(tags.error).message} />
  }
  return (
    <>
      <p className={classes.dim}>
        Gõ trường vào tệp Word đúng như dưới đây, kể cả dấu ngoặc; chương trình điền chữ vào chỗ đó. Bảng: đặt
        dấu mở ở ô đầu và dấu đóng ở ô cuối của dòng sẽ lặp lại.
      </p>
      <dl className={classes.tags}>
        {tags.data.fields.map(({ tag, label }) => (
          <div key={tag}>
            <dt>
              <code>{`{${tag}}`}</code>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      {tags.data.lists.map((list) => (
        <section key={list.tag}>
          <h3 className={classes.title}>
            Bảng: {list.label} <code>{`{#${list.tag}} … {/${list.tag}}`}</code>
          </h3>
          <dl className={classes.tags}>
            {list.columns.map(({ tag, label }) => (
              <div key={tag}>
                <dt>
                  <code>{`{${tag}}`}</code>
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}
