import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf } from '#domain/time/instant.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { saveFile } from '#ui/save-file.ts'
import { TextRow } from '#ui/text-row.tsx'
import classes from './devices.module.css'

type Made = Awaited<ReturnType<typeof hub.devices.makeBrowserKey>> & { name: string }

/** Makes the key file of a browser and hands it over once, with its password and what to do with both. */
export function BrowserKey({ address, onClose }: { address: string; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [made, setMade] = useState<Made | null>(null)
  const saving = useSave(async (asked: string) =>
    setMade({ ...(await hub.devices.makeBrowserKey({ name: asked })), name: asked.trim() }),
  )

  async function make() {
    if (await saving.send(name)) await queryClient.invalidateQueries({ queryKey: api.devices.key() })
  }

  if (made) {
    return (
      <Dialog opened onClose={onClose} title={`Chứng thư cho ${made.name}`}>
        <p className={classes.note}>
          Tải hai tệp và chép mật khẩu ngay bây giờ: đóng khung này là không lấy lại được. Chứng thư dùng đến{' '}
          {formatDay(dayOf(made.expiresAt))}.
        </p>
        <dl className={classes.facts}>
          <dt>Tệp khóa</dt>
          <dd>
            <Button size="compact-sm" variant="default" onClick={() => saveFile(keyFile(made))}>
              Tải neo-ve.p12
            </Button>
          </dd>
          <dt>Mật khẩu tệp khóa</dt>
          <dd className={classes.number}>{made.password}</dd>
          <dt>Chứng thư máy chủ</dt>
          <dd>
            <Button size="compact-sm" variant="default" onClick={() => saveFile(hubFile(made))}>
              Tải may-chu-neo-ve.crt
            </Button>
          </dd>
        </dl>
        <ol className={classes.steps}>
          <li>Mang hai tệp sang máy kia bằng USB; đưa mật khẩu bằng đường khác.</li>
          <li>Mở may-chu-neo-ve.crt, cài vào «Trusted Root Certification Authorities».</li>
          <li>Mở neo-ve.p12, nhập mật khẩu, cài vào «Personal». Rồi xóa cả hai tệp.</li>
          <li>
            Mở trình duyệt ở {address}. Nếu trình duyệt báo không an toàn: dừng lại và gọi quản trị viên.
          </li>
        </ol>
        <Button data-autofocus onClick={onClose}>
          Đã tải và chép xong
        </Button>
      </Dialog>
    )
  }
  return (
    <Dialog opened onClose={onClose} title="Cấp chứng thư cho một trình duyệt">
      <DenseForm
        label="Chứng thư cho một trình duyệt"
        saveLabel="Cấp chứng thư"
        onSave={() => void make()}
        saving={saving.isSaving}
        onLeave={onClose}
        dirty={name !== ''}
        problem={saving.problem}
      >
        <TextRow
          label="Tên máy"
          required
          error={saving.errors['name']}
          hint="Nơi đặt máy hoặc việc của máy. Nhật ký ghi theo tên này; thu hồi được bất cứ lúc nào."
          isFirst
          maxLength={60}
          value={name}
          onChange={setName}
        />
      </DenseForm>
    </Dialog>
  )
}

function keyFile({ p12 }: Made): File {
  const bytes = Uint8Array.from(atob(p12), (letter) => letter.codePointAt(0) ?? 0)
  return new File([bytes], 'neo-ve.p12', { type: 'application/x-pkcs12' })
}

function hubFile({ hubCertificate }: Made): File {
  return new File([hubCertificate], 'may-chu-neo-ve.crt', { type: 'application/x-x509-ca-cert' })
}
