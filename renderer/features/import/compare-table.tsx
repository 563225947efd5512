import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { ComparedField } from '#domain/contract/imports.ts'
import classes from './import.module.css'

export interface CompareTableProps {
  fields: readonly ComparedField[]
  /** What the left side is: `Dòng 12`. */
  here: string
  /** What the right side is: `Người đã có`. */
  there: string
}

/** Two sides of a duplicate, with what agrees and what differs said in words too. */
export function CompareTable({ fields, here, there }: CompareTableProps) {
  return (
    <table className={classes.compare}>
      <thead>
        <tr>
          <th scope="col">
            <span className={classes.hidden}>Mục</span>
          </th>
          <th scope="col">{here}</th>
          <th scope="col">{there}</th>
          <th scope="col">So sánh</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.label}>
            <th scope="row">{field.label}</th>
            <td>{field.here || '–'}</td>
            <td>{field.there || '–'}</td>
            <td>
              {field.agrees === null ? (
                <span className={classes.dimmed}>thiếu một bên</span>
              ) : (
                <span className={classes.agree} data-agrees={field.agrees}>
                  {field.agrees ? (
                    <IconCircleCheck size={14} stroke={2} aria-hidden />
                  ) : (
                    <IconCircleX size={14} stroke={2} aria-hidden />
                  )}
                  {field.agrees ? 'giống' : 'khác'}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
