import { Button } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { DOCUMENT_FORM_LABELS, type HouseForm } from '#domain/documents/form-editions.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { MakeDocument } from '#renderer/features/documents/make-document.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './documents.module.css'

/**
 * The numbered documents about a campaign or a count of the cash box, and making one.
 * @param name what tells this one from others: the name of the campaign, the day of the count
 */
export function HouseDocuments({ houseId, form, name }: { houseId: string; form: HouseForm; name: string }) {
  const desk = useDesk()
  const { history } = useRouter()
  const [isMaking, setIsMaking] = useState(false)
  const mayRead = desk?.permissions.includes('documents.read') ?? false
  const mayMake = desk?.permissions.includes('documents.make') ?? false
  const documents = useQuery({
    ...api.documents.listHouse.queryOptions({ input: { houseId } }),
    enabled: mayRead,
  })
  if (!desk || !mayRead) return null
  const label = DOCUMENT_FORM_LABELS[form]
  const open = (id: string) => history.push(`/in/document/${id}`)
  return (
    <span className={classes.house}>
      {documents.error && <span role="alert">{toHubError(documents.error).message}</span>}
      {documents.data?.documents.map((line) => (
        <span key={line.id}>
          <InnerLink href={`/in/document/${line.id}`}>{line.fullNumber}</InnerLink>
          {line.cancelledAt !== null && <ToneChip tone="ended" text="đã hủy" quiet />}
        </span>
      ))}
      {mayMake && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Lập ${label.toLocaleLowerCase('vi')}: ${name}`}
          leftSection={<IconFilePlus size={14} stroke={1.75} aria-hidden />}
          onClick={() => setIsMaking(true)}
        >
          {form === 'campaign-report' ? 'Lập báo cáo' : 'Lập biên bản'}
        </Button>
      )}
      <Dialog opened={isMaking} onClose={() => setIsMaking(false)} title={`${label}: ${name}`} size={680}>
        {isMaking && (
          <MakeDocument
            stayId={null}
            houseId={houseId}
            form={form}
            today={dayOf(desk.now())}
            onMade={open}
            onLeave={() => setIsMaking(false)}
          />
        )}
      </Dialog>
    </span>
  )
}
