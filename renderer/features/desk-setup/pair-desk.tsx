import { Button, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { DeskBridge, PairedHub } from '#domain/desk/desk-bridge.ts'
import { readPairingCode } from '#domain/devices/pairing-code.ts'
import type { Problem } from '#domain/errors.ts'
import { CodeBox } from '#renderer/features/desk-setup/code-box.tsx'
import { HubChoice, type ChosenHub } from '#renderer/features/desk-setup/hub-choice.tsx'
import { SetupPage } from '#renderer/features/desk-setup/setup-page.tsx'
import { useFoundHubs } from '#renderer/features/desk-setup/use-found-hubs.ts'
import { FormRow } from '#ui/form-row.tsx'
import classes from './desk-setup.module.css'

/** Where a hub listens for desks to be paired, unless its administrator changed it. */
const PAIRING_PORT = 7444
const BY_HAND: ChosenHub = { found: null, host: '', port: PAIRING_PORT }
const UNSEEN = 'Chương trình gặp lỗi chưa rõ. Đóng Nẻo Về, mở lại rồi ghép lại.'

export interface PairDeskProps {
  bridge: DeskBridge
  /** True from the first try on: what came of it is read before the program opens. */
  onPairing: (isPairing: boolean) => void
}

type Problems = Partial<Record<'host' | 'code' | 'name' | 'whole', string>>

/** Ties this desk to its hub with the administrator's one-time code. */
export function PairDesk({ bridge, onPairing }: PairDeskProps) {
  const found = useFoundHubs(bridge)
  const [chosen, setChosen] = useState<ChosenHub | null>(null)
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [problems, setProblems] = useState<Problems>({})
  const [isPairing, setIsPairing] = useState(false)
  const [paired, setPaired] = useState<PairedHub | null>(null)

  const first = found.hubs[0]
  const target = chosen ?? (first ? { found: 0, host: first.host, port: first.port } : BY_HAND)

  function check(): Problems {
    const read = readPairingCode(code)
    return {
      ...(target.host.trim() === '' && { host: 'Chọn máy chủ ở trên hoặc nhập địa chỉ của nó.' }),
      ...('message' in read && { code: read.message }),
      ...(name.trim() === '' && { name: 'Đặt tên để quản trị viên nhận ra máy này, ví dụ Phòng y tế 1.' }),
    }
  }

  async function pair(event: FormEvent) {
    event.preventDefault()
    const wrong = check()
    setProblems(wrong)
    if (Object.keys(wrong).length > 0) return
    setIsPairing(true)
    onPairing(true)
    try {
      const { host, port } = target
      const answer = await bridge.hub.pair({ host: host.trim(), port, code, deviceName: name.trim() })
      if (answer.ok) setPaired(answer.value)
      else setProblems(placed(answer.problem))
    } catch {
      setProblems({ whole: UNSEEN })
    } finally {
      setIsPairing(false)
    }
  }

  if (paired) return <Paired paired={paired} onGoOn={() => onPairing(false)} />
  return (
    <SetupPage
      title="Gắn máy trạm với máy chủ"
      lead="Trên máy của quản trị viên mở Thiết bị, Thêm máy trạm, Cấp mã ghép máy. Mã dùng một lần, trong 10 phút."
    >
      <form className={classes.surface} onSubmit={(event) => void pair(event)} noValidate>
        <HubChoice found={found} chosen={target} problem={problems.host} onChange={setChosen} />
        <div className={classes.rows}>
          <FormRow
            label="Mã ghép máy"
            required
            hint="28 ký tự, 7 nhóm. Gõ chữ thường hay hoa, có hay không có dấu cách đều được."
            {...(problems.code === undefined ? {} : { error: problems.code })}
          >
            {(control) => <CodeBox control={control} value={code} onChange={setCode} />}
          </FormRow>
          <FormRow
            label="Tên máy này"
            required
            {...(problems.name === undefined ? {} : { error: problems.name })}
          >
            {(control) => (
              <TextInput
                {...control}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                placeholder="Phòng y tế 1"
                autoComplete="off"
                maxLength={60}
              />
            )}
          </FormRow>
        </div>
        {problems.whole && (
          <p className={classes.problem} role="alert">
            {problems.whole}
          </p>
        )}
        <div className={classes.acts}>
          <Button type="submit" loading={isPairing}>
            Gắn với máy chủ
          </Button>
          <Button variant="subtle" disabled={isPairing} onClick={() => void bridge.reconsiderMode()}>
            Chọn lại loại máy
          </Button>
        </div>
        <output className={classes.lead}>
          {isPairing && 'Đang so khóa của máy chủ với mã, rồi xin chứng thư cho máy này…'}
        </output>
      </form>
    </SetupPage>
  )
}

/** The refusal at the box it concerns; about the whole when it names none of them. */
function placed({ field, message }: Problem): Problems {
  return field === 'host' || field === 'code' ? { [field]: message } : { whole: message }
}

function Paired({ paired, onGoOn }: { paired: PairedHub; onGoOn: () => void }) {
  return (
    <SetupPage title="Đã gắn máy trạm">
      <div className={classes.surface}>
        <output className={classes.good}>
          <IconCircleCheck size={22} stroke={1.75} aria-hidden />
          Máy này đã gắn với {paired.hubName}.
        </output>
        <dl className={classes.pins}>
          <div>
            <dt>Dấu vân khóa của máy chủ</dt>
            <dd>{paired.pin}</dd>
          </div>
        </dl>
        <p className={classes.lead}>
          Từ nay máy này chỉ nói chuyện với máy chủ giữ khóa này. Mỗi người đăng nhập bằng tài khoản của mình.
        </p>
        <div className={classes.acts}>
          <Button onClick={onGoOn}>Vào Nẻo Về</Button>
        </div>
      </div>
    </SetupPage>
  )
}
