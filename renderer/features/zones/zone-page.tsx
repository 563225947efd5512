import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { PLACE_KIND_LABELS } from '#domain/placement/place-kinds.ts'
import { api, hub } from '#renderer/api/client.ts'
import { isNowhere, toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { RecordEvent } from '#renderer/features/custody/record-event.tsx'
import { AddBeds } from '#renderer/features/zones/add-beds.tsx'
import type { BedAct } from '#renderer/features/zones/bed-acts.tsx'
import { placeRules } from '#renderer/features/zones/lodger-text.ts'
import { offerUndo } from '#renderer/features/zones/offer-undo.ts'
import { OutageDialog } from '#renderer/features/zones/outage-dialog.tsx'
import { PickAwaiting } from '#renderer/features/zones/pick-awaiting.tsx'
import { PlaceFormDialog, type PlaceTarget } from '#renderer/features/zones/place-form.tsx'
import { PlacePeople } from '#renderer/features/zones/place-people.tsx'
import { ZoneGrid, type PlaceAct } from '#renderer/features/zones/room-beds.tsx'
import { SwapDialog } from '#renderer/features/zones/swap-dialog.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'

/** One zone: its buildings and rooms with who lies in every bed. */
export function ZonePage() {
  const { zoneId = '' } = useParams({ strict: false }) as { zoneId?: string }
  const { history } = useRouter()
  const desk = useDesk()
  const permissions = desk?.permissions ?? []
  const now = useHubNow()
  const detail = useQuery(api.places.zone.queryOptions({ input: { zoneId } }))
  const lodgers = useQuery(
    api.placement.lodgers.queryOptions({ input: { zoneId }, enabled: permissions.includes('people.read') }),
  )
  const [bedAct, setBedAct] = useState<BedAct | null>(null)
  const [placeAct, setPlaceAct] = useState<PlaceAct | null>(null)
  const [adding, setAdding] = useState<PlaceTarget | null>(null)

  if (detail.isError && isNowhere(toHubError(detail.error))) {
    return (
      <>
        <PageHeader title="Không có khu này" back={{ href: '/khu', label: 'Khu' }} />
        <EmptyState title="Không tìm thấy khu" act={<InnerLink href="/khu">Mở danh sách khu</InnerLink>}>
          Đường dẫn không đúng hoặc khu đã bỏ.
        </EmptyState>
      </>
    )
  }
  if (detail.isError) {
    return (
      <ErrorState
        title="Chưa mở được khu này"
        sentence={toHubError(detail.error).message}
        onRetry={() => void detail.refetch()}
      />
    )
  }
  if (!detail.data) return <output>Đang mở khu…</output>
  const { zone, places, beds } = detail.data
  const { figures } = zone
  const mayEdit = permissions.includes('places.edit')
  const free = figures.inUse - figures.held

  return (
    <>
      <PageHeader
        title={zone.name}
        back={{ href: '/khu', label: 'Khu' }}
        note={[
          ...placeRules(zone),
          `${figures.held}/${figures.inUse} người`,
          free > 0 ? `còn ${free} chỗ` : free === 0 ? 'hết chỗ' : `quá ${-free} người`,
          `tối đa ${figures.maximum}`,
          ...(figures.outOfService > 0 ? [`ngừng ${figures.outOfService} giường`] : []),
        ].join(' · ')}
        acts={
          <>
            {permissions.includes('custody.place') && (
              <Button variant="default" onClick={() => history.push(`/khu/${zoneId}/sap-xep`)}>
                Sắp xếp lại…
              </Button>
            )}
            {mayEdit && (
              <>
                <Button variant="default" onClick={() => setAdding({ mode: 'change', place: zone })}>
                  Sửa khu
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
                  onClick={() => setAdding({ mode: 'add', kind: 'building', parent: zone })}
                >
                  Thêm nhà
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
                  onClick={() => setAdding({ mode: 'add', kind: 'room', parent: zone })}
                >
                  Thêm phòng
                </Button>
              </>
            )}
          </>
        }
      />
      {places.length === 0 ? (
        <Panel>
          <EmptyState
            title="Khu chưa có phòng nào"
            act={
              mayEdit && (
                <Button onClick={() => setAdding({ mode: 'add', kind: 'room', parent: zone })}>
                  Thêm phòng đầu tiên
                </Button>
              )
            }
          >
            Thêm nhà (nếu có), phòng, rồi giường của từng phòng.
          </EmptyState>
        </Panel>
      ) : (
        <ZoneGrid
          zone={zone}
          places={places}
          beds={beds}
          lodgers={lodgers.data?.lodgers ?? []}
          permissions={permissions}
          now={now}
          onBed={setBedAct}
          onPlace={(act) =>
            act.act === 'change'
              ? setAdding({ mode: 'change', place: act.place })
              : act.act === 'add-room'
                ? setAdding({ mode: 'add', kind: 'room', parent: act.place })
                : setPlaceAct(act)
          }
        />
      )}
      <BedDialogs act={bedAct} zoneId={zoneId} onClose={() => setBedAct(null)} />
      <PlaceFormDialog target={adding} onClose={() => setAdding(null)} />
      <AddBeds
        room={placeAct?.act === 'add-beds' ? placeAct.place : null}
        onClose={() => setPlaceAct(null)}
      />
      <RetireDialog act={placeAct?.act === 'retire' ? placeAct : null} onClose={() => setPlaceAct(null)} />
    </>
  )
}

/** Whatever a bed was asked for. */
function BedDialogs({ act, zoneId, onClose }: { act: BedAct | null; zoneId: string; onClose: () => void }) {
  const [picked, setPicked] = useState<{ stayId: string } | null>(null)
  const moving = act?.act === 'move' ? [act.lodger.stayId] : null
  return (
    <>
      <PlacePeople
        stayIds={picked ? [picked.stayId] : moving}
        zoneId={picked ? zoneId : null}
        bedId={picked && act?.act === 'place' ? act.bed.id : null}
        onClose={() => {
          setPicked(null)
          onClose()
        }}
      />
      <PickAwaiting
        bed={act?.act === 'place' && !picked ? act.bed : null}
        onClose={onClose}
        onPick={(stayId) => setPicked({ stayId })}
      />
      <SwapDialog lodger={act?.act === 'swap' ? act.lodger : null} zoneId={zoneId} onClose={onClose} />
      <OutageDialog bed={act?.act === 'outage' ? act.bed : null} onClose={onClose} />
      <BackDialog act={act?.act === 'back' ? act : null} onClose={onClose} />
      <UnplaceDialog act={act?.act === 'unplace' ? act : null} onClose={onClose} />
      <RecordEvent
        stayId={act?.act === 'record' ? act.lodger.stayId : ''}
        opened={act?.act === 'record'}
        onClose={onClose}
      />
    </>
  )
}

function UnplaceDialog({
  act,
  onClose,
}: {
  act: Extract<BedAct, { act: 'unplace' }> | null
  onClose: () => void
}) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const unplace = useMutation({
    mutationFn: (input: { stayId: string; reason: string }) =>
      hub.placement.unplace({ eventId: crypto.randomUUID(), ...input, at: null }),
    onSuccess: async ({ events }) => {
      await queryClient.invalidateQueries({ queryKey: api.placement.key() })
      offerUndo(
        `${act?.lodger.name ?? 'Học viên'} đã rời giường, chờ xếp.`,
        events,
        desk?.permissions.includes('custody.correct') ?? false,
      )
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={act !== null}
      onClose={onClose}
      title={`Cho ${act?.lodger.name ?? ''} rời giường ${act?.lodger.bedCode ?? ''}?`}
      act={`Cho rời giường ${act?.lodger.bedCode ?? ''}`}
      reason={{ label: 'Lý do', required: true }}
      busy={unplace.isPending}
      problem={unplace.isError && toHubError(unplace.error).message}
      onConfirm={(reason) => {
        if (act) unplace.mutate({ stayId: act.lodger.stayId, reason })
      }}
    >
      Học viên vào danh sách chờ xếp giường; giường này trống.
    </ConfirmAct>
  )
}

function BackDialog({ act, onClose }: { act: Extract<BedAct, { act: 'back' }> | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const clear = useMutation({
    mutationFn: (bedId: string) => hub.places.clearOutage({ bedIds: [bedId] }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.places.key() })
      onClose()
    },
  })
  const code = act?.bed.fullCode ?? ''
  return (
    <ConfirmAct
      opened={act !== null}
      onClose={onClose}
      title={`Đưa giường ${code} vào sử dụng lại?`}
      act={`Dùng lại giường ${code}`}
      busy={clear.isPending}
      problem={clear.isError && toHubError(clear.error).message}
      onConfirm={() => {
        if (act) clear.mutate(act.bed.id)
      }}
    >
      Từ bây giờ xếp được học viên vào giường này.
    </ConfirmAct>
  )
}

function RetireDialog({
  act,
  onClose,
}: {
  act: Extract<PlaceAct, { act: 'retire' }> | null
  onClose: () => void
}) {
  const queryClient = useQueryClient()
  const retire = useMutation({
    mutationFn: (place: { id: string; version: number }) => hub.places.retire(place),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.places.key() })
      onClose()
    },
  })
  const place = act?.place
  const beds = place?.figures.beds ?? 0
  return (
    <ConfirmAct
      opened={act !== null}
      onClose={() => {
        retire.reset()
        onClose()
      }}
      title={`Bỏ ${place?.name ?? ''}?`}
      act={`Bỏ ${place ? PLACE_KIND_LABELS[place.kind].toLowerCase() : ''} ${place?.fullCode ?? ''}`}
      danger
      busy={retire.isPending}
      problem={retire.isError && toHubError(retire.error).message}
      onConfirm={() => {
        if (place) retire.mutate({ id: place.id, version: place.version })
      }}
    >
      {beds > 0 ? `${beds} giường bên trong cũng bỏ theo. ` : ''}
      Những gì đã xảy ra ở đây vẫn còn trong hồ sơ.
    </ConfirmAct>
  )
}
