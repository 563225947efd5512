import { Button } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentDetail, IncidentExhibit, IncidentFind } from '#domain/contract/incident-shapes.ts'
import {
  EXHIBIT_KIND_LABELS,
  EXHIBIT_MOVE_LABELS,
  EXHIBIT_ROUTE_LABELS,
  EXHIBIT_SUBSTANCE_LABELS,
  EXHIBIT_UNIT_LABELS,
  hasLeft,
  moveText,
} from '#domain/incidents/exhibit.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { FileLink } from '#renderer/features/dossier/scan-link.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { ExhibitAmendForm } from './exhibit-amend-form.tsx'
import { ExhibitForm } from './exhibit-form.tsx'
import { ExhibitMoveForm } from './exhibit-move-form.tsx'
import { exhibitUrl } from './incident-file.ts'
import { SourceLink } from './record-link.tsx'
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
        {exhibit.chain.map((move, index) => (
          <tr key={move.id}>
            <td>{formatInstant(move.at)}</td>
            <td>{moveText(move.kind, exhibit.chain[index - 1]?.sealNumber ?? null)}</td>
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

interface OneExhibitProps {
  exhibit: IncidentExhibit
  /** Absent for whoever does not run the incident. */
  acts: { onMove: () => void; onAmend: (() => void) | undefined } | undefined
}

function OneExhibit({ exhibit, acts }: OneExhibitProps) {
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
        {!isGone && (
          <ToneChip
            tone={exhibit.sealNumber === null ? 'soon' : 'ok'}
            quiet={exhibit.sealNumber !== null}
            text={exhibit.sealNumber === null ? 'chưa niêm phong' : `niêm phong ${exhibit.sealNumber}`}
          />
        )}
        {acts && !isGone && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={acts.onMove}
            aria-label={`Giao nhận vật ${exhibit.no}`}
          >
            Giao nhận…
          </Button>
        )}
        {acts?.onAmend && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={acts.onAmend}
            aria-label={`Sửa vật ${exhibit.no}`}
          >
            Sửa…
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
        {exhibit.source !== null && (
          <>
            {' · '}
            <SourceLink source={exhibit.source} />
          </>
        )}
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

/** What was found at the visit, in the parcel or the letter and is not written down as an exhibit yet. */
function FindsLeft({ incident, onTake }: { incident: IncidentDetail; onTake: (find: IncidentFind) => void }) {
  if (incident.finds.length === 0) return null
  return (
    <ul className={classes.lines} aria-label="Vật cấm đã phát hiện, chưa ghi thu giữ">
      {incident.finds.map((find) => (
        <li key={find.id} className={`${classes.line} ${classes.split}`}>
          <div>
            <div className={classes.row}>
              <b>
                {find.what}, {find.quantity}
              </b>
              <ToneChip tone="soon" text="chưa ghi thu giữ" />
            </div>
            <p className={classes.note}>
              {find.personName} · {find.foundBy} phát hiện {formatInstant(find.foundAt)}
              {find.source !== null && (
                <>
                  {' · '}
                  <SourceLink source={find.source} />
                </>
              )}
            </p>
          </div>
          {incident.may.write && (
            <Button size="compact-sm" aria-label={`Ghi thu giữ: ${find.what}`} onClick={() => onTake(find)}>
              Ghi thu giữ
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Things that were taken, each with its seal and everybody through whose hands it went. */
export function ExhibitsPanel({ incident }: { incident: IncidentDetail }) {
  const [adding, setAdding] = useState<{ find: IncidentFind | null } | null>(null)
  const [moving, setMoving] = useState<IncidentExhibit | null>(null)
  const [amending, setAmending] = useState<IncidentExhibit | null>(null)
  return (
    <Panel
      title="Vật thu giữ"
      aside={
        incident.may.write && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPackage size={14} stroke={1.75} aria-hidden />}
            onClick={() => setAdding({ find: null })}
          >
            Ghi thu giữ
          </Button>
        )
      }
    >
      <FindsLeft incident={incident} onTake={(find) => setAdding({ find })} />
      {incident.exhibits.length === 0 && incident.finds.length === 0 ? (
        <EmptyState title="Chưa thu giữ vật gì">
          Ghi từng vật với lượng, đơn vị, số niêm phong và người giữ; mỗi lần giao nhận là một dòng.
        </EmptyState>
      ) : (
        <ol className={classes.lines}>
          {incident.exhibits.map((exhibit) => (
            <OneExhibit
              key={exhibit.id}
              exhibit={exhibit}
              acts={
                incident.may.run
                  ? {
                      onMove: () => setMoving(exhibit),
                      onAmend: incident.may.write ? () => setAmending(exhibit) : undefined,
                    }
                  : undefined
              }
            />
          ))}
        </ol>
      )}
      <Dialog opened={adding !== null} onClose={() => setAdding(null)} title="Ghi thu giữ" size={760}>
        {adding && <ExhibitForm incident={incident} find={adding.find} onDone={() => setAdding(null)} />}
      </Dialog>
      <Dialog
        opened={moving !== null}
        onClose={() => setMoving(null)}
        title={moving === null ? '' : `Giao nhận vật ${moving.no}`}
        size={680}
      >
        {moving && <ExhibitMoveForm exhibit={moving} onDone={() => setMoving(null)} />}
      </Dialog>
      <Dialog
        opened={amending !== null}
        onClose={() => setAmending(null)}
        title={amending === null ? '' : `Sửa vật ${amending.no}`}
        size={680}
      >
        {amending && <ExhibitAmendForm exhibit={amending} onDone={() => setAmending(null)} />}
      </Dialog>
    </Panel>
  )
}
