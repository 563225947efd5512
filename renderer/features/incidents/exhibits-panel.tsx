import { Button } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentDetail, IncidentExhibit } from '#domain/contract/incident-shapes.ts'
import {
  EXHIBIT_KIND_LABELS,
  EXHIBIT_MOVE_LABELS,
  EXHIBIT_ROUTE_LABELS,
  EXHIBIT_SUBSTANCE_LABELS,
  EXHIBIT_UNIT_LABELS,
  hasLeft,
} from '#domain/incidents/exhibit.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { FileLink } from '#renderer/features/dossier/scan-link.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { ExhibitForm } from './exhibit-form.tsx'
import { ExhibitMoveForm } from './exhibit-move-form.tsx'
import { exhibitUrl } from './incident-file.ts'
import classes from './incidents.module.css'

/** `Heroin, 2,5 gam`: what was taken and how much of it. */
function amountText({ kind, substance, quantity, unit }: IncidentExhibit): string {
  const what = substance === null ? EXHIBIT_KIND_LABELS[kind] : EXHIBIT_SUBSTANCE_LABELS[substance]
  return `${what}, ${formatNumber(quantity, 3)} ${EXHIBIT_UNIT_LABELS[unit]}`
}

function Chain({ exhibit }: { exhibit: IncidentExhibit }) {
  return (
    <table className={classes.chain} aria-label={`Chuỗi giao nhận vật ${exhibit.no}`}>
      <thead>
        <tr>
          <th scope="col">Lúc</th>
          <th scope="col">Việc</th>
          <th scope="col">Người giao</th>
          <th scope="col">Người nhận, giữ</th>
          <th scope="col">Niêm phong</th>
          <th scope="col">Chứng kiến, ghi chú</th>
        </tr>
      </thead>
      <tbody>
        {exhibit.chain.map((move) => (
          <tr key={move.id}>
            <td>{formatInstant(move.at)}</td>
            <td>{EXHIBIT_MOVE_LABELS[move.kind]}</td>
            <td>{move.fromHolder}</td>
            <td>{move.toHolder}</td>
            <td>{move.sealNumber}</td>
            <td>
              {[move.witness, move.note].filter((part) => part !== null).join(' · ')}
              <div className={classes.note}>{move.recordedBy} ghi</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OneExhibit({ exhibit, onMove }: { exhibit: IncidentExhibit; onMove: (() => void) | undefined }) {
  const isGone = hasLeft(exhibit.chain)
  return (
    <li className={classes.line}>
      <div className={classes.row}>
        <b>
          {exhibit.no}. {amountText(exhibit)}
        </b>
        <ToneChip
          tone={isGone ? 'ended' : 'away'}
          icon={IconPackage}
          quiet={isGone}
          text={`${EXHIBIT_MOVE_LABELS[exhibit.lastMove]} · ${exhibit.holder}`}
        />
        <ToneChip
          tone={exhibit.sealNumber === null ? 'soon' : 'ok'}
          quiet={exhibit.sealNumber !== null}
          text={exhibit.sealNumber === null ? 'chưa niêm phong' : `niêm phong ${exhibit.sealNumber}`}
        />
        {onMove && !isGone && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={onMove}
            aria-label={`Giao nhận vật ${exhibit.no}`}
          >
            Giao nhận…
          </Button>
        )}
      </div>
      <p className={classes.text}>{exhibit.description}</p>
      <p className={classes.note}>
        {[
          `${EXHIBIT_ROUTE_LABELS[exhibit.route].toLowerCase()}`,
          `thấy ${formatInstant(exhibit.foundAt)}`,
          exhibit.foundWhere,
          exhibit.personName === null ? null : `của ${exhibit.personName}`,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
        {exhibit.hasPhoto && (
          <>
            {' · '}
            <FileLink
              url={exhibitUrl(exhibit.id)}
              title={`vật ${exhibit.no}`}
              version={exhibit.version}
              text="ảnh"
            />
          </>
        )}
      </p>
      <Chain exhibit={exhibit} />
    </li>
  )
}

/** Things that were taken, each with its seal and everybody through whose hands it went. */
export function ExhibitsPanel({ incident }: { incident: IncidentDetail }) {
  const [isAdding, setIsAdding] = useState(false)
  const [moving, setMoving] = useState<IncidentExhibit | null>(null)
  return (
    <Panel
      title="Vật thu giữ"
      aside={
        incident.may.write && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPackage size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            Ghi thu giữ
          </Button>
        )
      }
    >
      {incident.exhibits.length === 0 ? (
        <EmptyState title="Chưa thu giữ vật gì">
          Ghi từng vật với lượng, đơn vị, số niêm phong và người giữ; mỗi lần giao nhận là một dòng.
        </EmptyState>
      ) : (
        <ol className={classes.lines}>
          {incident.exhibits.map((exhibit) => (
            <OneExhibit
              key={exhibit.id}
              exhibit={exhibit}
              onMove={incident.may.run ? () => setMoving(exhibit) : undefined}
            />
          ))}
        </ol>
      )}
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Ghi thu giữ" size={760}>
        {isAdding && <ExhibitForm incident={incident} onDone={() => setIsAdding(false)} />}
      </Dialog>
      <Dialog
        opened={moving !== null}
        onClose={() => setMoving(null)}
        title={moving === null ? '' : `Giao nhận vật ${moving.no}`}
        size={680}
      >
        {moving && <ExhibitMoveForm exhibit={moving} onDone={() => setMoving(null)} />}
      </Dialog>
    </Panel>
  )
}
