import { Button } from '@mantine/core'
import { IconDeviceDesktop, IconServer } from '@tabler/icons-react'
import { useState } from 'react'
import type { DeskBridge } from '#domain/desk/desk-bridge.ts'
import { SetupPage } from '#renderer/features/desk-setup/setup-page.tsx'
import { ChoiceCard, ChoiceCards } from '#ui/choice-card.tsx'
import { ErrorState } from '#ui/error-state.tsx'

/** The first question of a PC: does it keep the data, or work with the one that does. */
export function ChooseMode({ bridge }: { bridge: DeskBridge }) {
  const [chosen, setChosen] = useState<'hub' | 'desk' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function choose(mode: 'hub' | 'desk') {
    setChosen(mode)
    setProblem(null)
    const answer = await bridge.chooseMode({ mode })
    if (answer.ok) return
    setProblem(answer.problem.message)
    setChosen(null)
  }

  return (
    <SetupPage
      title="Máy này là máy gì?"
      lead="Mỗi cơ sở có một máy chủ giữ dữ liệu; các máy khác là máy trạm, làm việc qua mạng nội bộ. Chọn một lần."
    >
      {problem && <ErrorState title="Chưa chọn được" sentence={problem} />}
      <ChoiceCards>
        <ChoiceCard
          icon={<IconDeviceDesktop size={22} stroke={1.5} aria-hidden />}
          title="Máy trạm"
          lead="Máy làm việc hằng ngày của một phòng, một khu."
          facts={[
            'Cần mã ghép máy của quản trị viên, dùng một lần.',
            'Không giữ dữ liệu học viên trên ổ đĩa của máy này.',
          ]}
        >
          <Button loading={chosen === 'desk'} disabled={chosen !== null} onClick={() => void choose('desk')}>
            Dùng làm máy trạm
          </Button>
        </ChoiceCard>
        <ChoiceCard
          icon={<IconServer size={22} stroke={1.5} aria-hidden />}
          title="Máy chủ"
          lead="Máy giữ toàn bộ dữ liệu của cơ sở, bật suốt giờ làm việc."
          facts={[
            'Dữ liệu được mã hóa trên ổ đĩa của máy này.',
            'Cơ sở đã có máy chủ thì không chọn mục này.',
          ]}
        >
          <Button
            variant="default"
            loading={chosen === 'hub'}
            disabled={chosen !== null}
            onClick={() => void choose('hub')}
          >
            Dùng làm máy chủ
          </Button>
        </ChoiceCard>
      </ChoiceCards>
    </SetupPage>
  )
}
