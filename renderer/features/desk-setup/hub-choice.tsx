import { Button, Loader, NumberInput, TextInput } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { FoundHubs } from '#renderer/features/desk-setup/use-found-hubs.ts'
import { FormRow } from '#ui/form-row.tsx'
import classes from './desk-setup.module.css'

/** The hub somebody chose: one that called out, or an address by hand. */
export interface ChosenHub {
  /** Index of a found hub; null for the address by hand. */
  found: number | null
  host: string
  port: number
}

export interface HubChoiceProps {
  found: FoundHubs
  chosen: ChosenHub
  problem: string | undefined
  onChange: (chosen: ChosenHub) => void
}

/** Hubs found on the LAN, and the address by hand where none calls out. */
export function HubChoice({ found, chosen, problem, onChange }: HubChoiceProps) {
  const { hubs, isLooking, lookAgain } = found
  return (
    <>
      <fieldset className={classes.hubs}>
        <legend>Máy chủ của cơ sở</legend>
        {hubs.map(({ name, host, port }, index) => (
          <label key={`${host} ${port}`} className={classes.hub}>
            <input
              type="radio"
              name="hub"
              checked={chosen.found === index}
              onChange={() => onChange({ found: index, host, port })}
            />
            <b>{name}</b>
            <span>
              {host}, cổng {port}
            </span>
          </label>
        ))}
        <label className={classes.hub}>
          <input
            type="radio"
            name="hub"
            checked={chosen.found === null}
            onChange={() => onChange({ ...chosen, found: null })}
          />
          <b>Nhập địa chỉ</b>
          <span>Địa chỉ và cổng đứng cạnh mã trên màn hình của quản trị viên.</span>
        </label>
        <output className={classes.looking}>
          {isLooking ? (
            <>
              <Loader size="xs" aria-hidden />
              Đang tìm máy chủ trong mạng…
            </>
          ) : (
            <>
              {hubs.length === 0 ? 'Không thấy máy chủ nào tự giới thiệu trong mạng.' : 'Đã tìm xong.'}
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
                onClick={lookAgain}
              >
                Tìm lại
              </Button>
            </>
          )}
        </output>
      </fieldset>
      {chosen.found === null && (
        <div className={classes.rows}>
          <FormRow label="Địa chỉ máy chủ" required {...(problem === undefined ? {} : { error: problem })}>
            {(control) => (
              <TextInput
                {...control}
                value={chosen.host}
                onChange={(event) => onChange({ ...chosen, host: event.currentTarget.value })}
                placeholder="192.168.1.10"
                autoComplete="off"
                spellCheck={false}
                maxLength={253}
              />
            )}
          </FormRow>
          <FormRow label="Cổng" required>
            {(control) => (
              <NumberInput
                {...control}
                value={chosen.port}
                onChange={(value) => onChange({ ...chosen, port: Number(value) })}
                min={1}
                max={65_535}
                w={120}
                hideControls
                thousandSeparator={false}
              />
            )}
          </FormRow>
        </div>
      )}
    </>
  )
}
