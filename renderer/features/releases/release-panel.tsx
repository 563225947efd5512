import { Autocomplete, Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { ReleaseLine } from '#domain/contract/releases.ts'
import { PLATFORM_LABELS } from '#domain/releases/manifest.ts'
import { RELEASE_STATE_LABELS, type ReleaseState } from '#domain/releases/staging.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import type { Tone } from '#ui/colors.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { formatBytes } from '#ui/format.ts'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './releases.module.css'

const STATE_TONES: Record<ReleaseState, Tone> = {
  held: 'away',
  trial: 'soon',
  open: 'ok',
  withdrawn: 'ended',
}

type Asked = 'trial' | 'open' | 'withdraw' | null

/** One release: what is in it, who is offered it, and what may be done with it. */
export function ReleasePanel({ release, desks }: { release: ReleaseLine; desks: readonly string[] }) {
  const [asked, setAsked] = useState<Asked>(null)
  const { id, rowVersion, version, state } = release
  const close = () => setAsked(null)
  const isOver = state === 'withdrawn'

  return (
    <Panel
      title={`Bản ${version}`}
      aside={
        !isOver && (
          <Group gap="xs">
            {state !== 'open' && (
              <>
                <Button size="xs" variant="default" onClick={() => setAsked('trial')}>
                  {state === 'trial' ? 'Đổi máy thử' : 'Cho một máy thử'}
                </Button>
                <Button size="xs" onClick={() => setAsked('open')}>
                  Mở cho mọi máy
                </Button>
              </>
            )}
            <Button size="xs" variant="default" color="red" onClick={() => setAsked('withdraw')}>
              Thu hồi
            </Button>
          </Group>
        )
      }
    >
      <div className={classes.state}>
        <ToneChip tone={STATE_TONES[state]} text={RELEASE_STATE_LABELS[state]} />
        {state === 'trial' && release.trialAt !== null && (
          <span>
            {release.trialDesk} thử từ {formatInstant(release.trialAt)}
          </span>
        )}
        {release.reason !== null && <span>Lý do: {release.reason}</span>}
        {release.stagedAt !== null && (
          <span className={classes.dim}>
            {release.stagedBy}, {formatInstant(release.stagedAt)}
          </span>
        )}
      </div>
      {release.notes.length > 0 && (
        <ul className={classes.notes}>
          {release.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <dl className={classes.facts}>
        <dt>Chữ ký</dt>
        <dd>
          đúng, khóa {release.keyName}; làm lúc {formatInstant(release.madeAt)}; cài được đến{' '}
          {formatInstant(release.expiresAt)}
        </dd>
        <dt>Đưa lên</dt>
        <dd>
          {release.addedBy}, {formatInstant(release.addedAt)}
        </dd>
        {release.files.map((file) => (
          <div key={file.name} className={classes.file}>
            <dt>{PLATFORM_LABELS[file.platform]}</dt>
            <dd>
              {file.name}, {formatBytes(file.size)}
              {!file.isPresent && ' – tệp không còn trên máy chủ'}
            </dd>
          </div>
        ))}
      </dl>
      <StartTrial opened={asked === 'trial'} onClose={close} release={release} desks={desks} />
      <OpenToAll opened={asked === 'open'} onClose={close} release={release} />
      <Withdraw
        opened={asked === 'withdraw'}
        onClose={close}
        id={id}
        rowVersion={rowVersion}
        version={version}
      />
    </Panel>
  )
}

interface Asking {
  opened: boolean
  onClose: () => void
}

function StartTrial({
  opened,
  onClose,
  release,
  desks,
}: Asking & { release: ReleaseLine; desks: readonly string[] }) {
  const [desk, setDesk] = useState(release.trialDesk ?? '')
  const saving = useSave((name: string, key: string) =>
    hub.releases.startTrial(
      { id: release.id, rowVersion: release.rowVersion, desk: name },
      { context: { key } },
    ),
  )
  return (
    <Dialog opened={opened} onClose={onClose} title={`Cho một máy thử bản ${release.version}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void saving.send(desk).then((isDone) => isDone && onClose())
        }}
      >
        <p className={classes.text}>
          Chỉ máy này thấy bản mới. Sau 24 giờ chạy tốt, mở cho mọi máy. Nên chọn máy ít việc, không phải máy
          ở cổng.
        </p>
        <Autocomplete
          label="Tên máy"
          description="Như tên máy ghi khi đăng nhập"
          data={[...desks]}
          value={desk}
          onChange={setDesk}
          error={saving.errors['desk']}
          required
          data-autofocus
        />
        {saving.problem && (
          <p className={classes.problem} role="alert">
            {saving.problem}
          </p>
        )}
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
          <Button type="submit" loading={saving.isSaving}>
            Cho máy này thử
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}

function OpenToAll({ opened, onClose, release }: Asking & { release: ReleaseLine }) {
  const saving = useSave((reason: string, key: string) =>
    hub.releases.open({ id: release.id, rowVersion: release.rowVersion, reason }, { context: { key } }),
  )
  const isEarly = release.openProblems.length > 0
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={`Mở bản ${release.version} cho mọi máy?`}
      act="Mở cho mọi máy"
      busy={saving.isSaving}
      problem={saving.problem}
      {...(isEarly ? { reason: { label: 'Lý do mở ngay', required: true } } : {})}
      onConfirm={(reason) => void saving.send(reason).then((isDone) => isDone && onClose())}
    >
      {release.openProblems.map((sentence) => (
        <p key={sentence} className={classes.text}>
          {sentence}
        </p>
      ))}
      <p className={classes.text}>
        Mỗi máy tự tải và kiểm tra bản này, rồi báo cho người dùng. Người dùng chọn lúc cài; không máy nào tự
        khởi động lại.
      </p>
    </ConfirmAct>
  )
}

function Withdraw({
  opened,
  onClose,
  id,
  rowVersion,
  version,
}: Asking & { id: string; rowVersion: number; version: string }) {
  const saving = useSave((reason: string, key: string) =>
    hub.releases.withdraw({ id, rowVersion, reason }, { context: { key } }),
  )
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={`Thu hồi bản ${version}?`}
      act="Thu hồi"
      danger
      busy={saving.isSaving}
      problem={saving.problem}
      reason={{ label: 'Lý do thu hồi', required: true }}
      onConfirm={(reason) => void saving.send(reason).then((isDone) => isDone && onClose())}
    >
      <p className={classes.text}>
        Máy chưa cài sẽ không cài được bản này nữa. Máy đã cài vẫn chạy bản này cho đến khi có bản mới hơn.
        Bản đã thu hồi không mở lại được.
      </p>
    </ConfirmAct>
  )
}
