/* oxlint-disable jsx-a11y/prefer-tag-over-role -- virtual rows are placed by transform, which table elements do not allow */
import classes from './data-list.module.css'

const SKELETON_ROWS = [0.62, 0.48, 0.7, 0.55, 0.66, 0.5, 0.6, 0.45] as const

/** Grey rows of the right height while the first page is on its way. */
export function ListSkeleton({ rowHeight, columns }: { rowHeight: number; columns: number }) {
  return (
    <div role="rowgroup" className={classes.skeleton}>
      {SKELETON_ROWS.map((share) => (
        <div key={share} role="row" className={classes.skeletonRow} style={{ height: rowHeight }}>
          <div role="gridcell" aria-colspan={columns} className={classes.skeletonCell}>
            <span className={classes.ghost} style={{ width: `${share * 100}%` }} />
            <span className={classes.srOnly}>Đang tải</span>
          </div>
        </div>
      ))}
    </div>
  )
}
