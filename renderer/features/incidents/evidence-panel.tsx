import { Button, Select, TextInput } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentDetail, IncidentEvidence } from '#domain/contract/incident-shapes.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { FilesUnderway, unsentSentence } from '#renderer/features/dossier/files-underway.ts'
import { ScanField } from '#renderer/features/dossier/scan-field.tsx'
import { FileLink } from '#renderer/features/dossier/scan-link.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { evidenceUrl, incidentScans } from './incident-file.ts'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

const FILE = 'ảnh, bản quét'

/** Photos and scans, each held to its hash; what was taken out still says why. */
export function EvidencePanel({ incident }: { incident: IncidentDetail }) {
  const [isAdding, setIsAdding] = useState(false)
  const [leaving, setLeaving] = useState<IncidentEvidence | null>(null)
  const shown = incident.evidence.filter(({ withdrawnAt }) => withdrawnAt === null)
  const gone = incident.evidence.filter(({ withdrawnAt }) => withdrawnAt !== null)
  const exhibits = new Map(incident.exhibits.map(({ id, no }) => [id, no]))
  const withdraw = useIncidentAct(
    (input: Parameters<typeof hub.incidents.withdrawEvidence>[0], key) =>
      hub.incidents.withdrawEvidence(input, { context: { key } }),
    'Đã rút chứng cứ.',
    () => setLeaving(null),
  )
  return (
    <Panel
      title="Ảnh, bản quét làm chứng cứ"
      aside={
        incident.may.write && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCamera size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            Thêm ảnh, bản quét
          </Button>
        )
      }
    >
      {incident.evidence.length === 0 && <p className={classes.note}>Chưa có ảnh, bản quét nào.</p>}
      <ul className={classes.pictures}>
        {shown.map((one) => (
          <li key={one.id} className={classes.picture}>
            {one.mediaType.startsWith('image/') ? (
              <img className={classes.thumb} src={evidenceUrl(one.id)} alt="" loading="lazy" />
            ) : (
              <span className={classes.thumb} aria-hidden />
            )}
            <div>
              <FileLink url={evidenceUrl(one.id)} title={one.caption} version={1} text={one.caption} />
              <p className={classes.note}>
                {one.addedBy}, {formatInstant(one.addedAt)}
                {one.exhibitId !== null && ` · vật ${exhibits.get(one.exhibitId) ?? ''}`}
              </p>
              <p className={classes.note}>
                <span className={classes.hash} title={`SHA-256: ${one.fileHash}`}>
                  {one.fileHash.slice(0, 12)}
                </span>
                {incident.may.run && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`Rút: ${one.caption}`}
                    onClick={() => setLeaving(one)}
                  >
                    Rút…
                  </Button>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {gone.map((one) => (
        <p key={one.id} className={classes.note}>
          <span className={classes.gone}>{one.caption}</span> · đã rút
          {one.withdrawnAt !== null && ` ${formatInstant(one.withdrawnAt)}`}: {one.withdrawReason}
        </p>
      ))}
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Thêm ảnh, bản quét" size={680}>
        {isAdding && <EvidenceForm incident={incident} onDone={() => setIsAdding(false)} />}
      </Dialog>
      <ConfirmAct
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={`Rút “${leaving?.caption ?? ''}”?`}
        act="Rút chứng cứ"
        danger
        reason={{ label: 'Lý do', required: true }}
        busy={withdraw.saving.isSaving}
        problem={withdraw.saving.problem}
        onConfirm={(reason) => leaving && void withdraw.run({ id: leaving.id, reason })}
      >
        Ảnh không hiện trong hồ sơ nữa; tên, lý do và mã băm vẫn còn.
      </ConfirmAct>
    </Panel>
  )
}

function EvidenceForm({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const [evidenceId] = useState(() => crypto.randomUUID())
  const [caption, setCaption] = useState('')
  const [exhibitId, setExhibitId] = useState<string | null>(null)
  const [fileId, setFileId] = useState<string | null>(null)
  const [files] = useState(() => new FilesUnderway())
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.addEvidence>[0], key) =>
      hub.incidents.addEvidence(input, { context: { key } }),
    'Đã thêm chứng cứ.',
    onDone,
  )
  async function save() {
    const { sent, failed } = await files.settle()
    const file = sent.get(FILE) ?? fileId
    const missing = {
      ...(failed.length > 0 && { fileId: unsentSentence(failed) }),
      ...(failed.length === 0 && file === null && { fileId: 'Chọn ảnh hoặc bản quét.' }),
      ...(caption.trim() === '' && { caption: 'Ghi ảnh này là gì.' }),
    }
    saving.setErrors(missing)
    if (file === null || Object.keys(missing).length > 0) return
    await run({ id: incident.id, evidenceId, fileId: file, exhibitId, caption })
  }
  return (
    <DenseForm
      label="Thêm ảnh, bản quét"
      saveLabel="Thêm"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={caption !== '' || fileId !== null}
      problem={saving.problem}
    >
      <FormRow label="Tệp" required error={saving.errors['fileId']} hint="Ảnh hoặc PDF, không quá 8 MB.">
        {({ id }) => (
          <ScanField
            id={id}
            paper={FILE}
            fileId={fileId}
            place={incidentScans(incident.id)}
            onSent={setFileId}
            onSending={(sending) => files.follow(FILE, sending)}
          />
        )}
      </FormRow>
      <FormRow label="Là gì" required error={saving.errors['caption']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            placeholder="Hiện trường phòng A2, nhìn từ cửa"
            value={caption}
            onChange={(event) => setCaption(event.currentTarget.value)}
          />
        )}
      </FormRow>
      {incident.exhibits.length > 0 && (
        <FormRow label="Của vật">
          {(control) => (
            <Select
              {...control}
              clearable
              placeholder="Không gắn với vật nào"
              data={incident.exhibits.map(({ id, no, description }) => ({
                value: id,
                label: `${no}. ${description}`,
              }))}
              value={exhibitId}
              onChange={setExhibitId}
            />
          )}
        </FormRow>
      )}
    </DenseForm>
  )
}
