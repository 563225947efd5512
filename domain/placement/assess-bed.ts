import type { Problem } from '../errors.ts'
import { SEX_LABELS } from '../people/sex.ts'
import { TRACK_LABELS } from '../stay/track.ts'
import { formatDay } from '../time/day.ts'
import { formatInstant } from '../time/instant.ts'
import { alertsHere, heededHere, protectedApart } from './alerts-at-bed.ts'
import { keepApartConflicts, type KeepApart } from './keep-apart.ts'
import {
  lodgingSex,
  needsPrivateRoom,
  type BedWithRoom,
  type Occupant,
  type PlacementPerson,
} from './placement-person.ts'
import { LEGAL_ZONE_KIND_LABELS, trackOfZone } from './zone-kinds.ts'

/** What a centre may decide for itself by its own rules (quy chế). */
export interface PlacementSettings {
  /** Keep compulsory, voluntary and held people apart: a duty under R73 (L73 Điều 35.2), a choice under L120. */
  splitTracks: boolean
}

/** What holds until the centre decides otherwise. */
export const DEFAULT_PLACEMENT_SETTINGS: PlacementSettings = { splitTracks: true }

/** Why a bed is a good or a bad one for a person; weights add up to the bed's score. */
interface PlacementReason {
  text: string
  weight: number
}

/** `hard` forbids; `soft` asks for a reason and, where the centre wants it, a second person. */
export interface BedAssessment {
  hard: Problem[]
  soft: Problem[]
  reasons: PlacementReason[]
}

/** A person, a bed and who else holds beds in its room. */
export interface BedQuestion extends BedWithRoom {
  person: PlacementPerson
  keepApart: readonly KeepApart[]
  settings: PlacementSettings
}

const SOFT_WEIGHT = -25

/**
 * May this person be put in this bed, and how well does it suit? The person's own present bed never counts
 * against him or her. Names others only by name and bed, and never says what illness somebody has.
 */
export function assessBed(question: BedQuestion): BedAssessment {
  const others = question.occupants.filter(({ stayId }) => stayId !== question.person.stayId)
  const asked = { ...question, others }
  const hard = [
    ...bedItself(asked),
    ...sexApart(asked),
    ...privateRoom(asked),
    ...agesApart(asked),
    ...infectionApart(asked),
    ...keptApart(asked),
    ...protectedApart(asked),
  ]
  const soft = [
    ...zoneFits(asked),
    ...tracksApart(asked),
    ...keptApartInZone(asked),
    ...alertsHere(asked),
    ...workingCapacity(asked),
  ]
  return { hard, soft, reasons: [...advantages(asked), ...heededHere(asked), ...soft.map(asReason)] }
}

interface Asked extends BedQuestion {
  /** Occupants of the room without the person. */
  others: readonly Occupant[]
}

function asReason({ message }: Problem): PlacementReason {
  return { text: message, weight: SOFT_WEIGHT }
}

function bedItself({ bed, others }: Asked): Problem[] {
  const problems: Problem[] = []
  const holder = others.find(({ bedId }) => bedId === bed.bedId)
  if (holder) {
    const message = `Giường ${bed.code} đã có ${holder.name} từ ${formatInstant(holder.since)}. Chọn giường khác.`
    problems.push({ code: 'bed-taken', message })
  }
  if (bed.outage) {
    const back = bed.outage.backOn === null ? '' : `, dự kiến dùng lại ${formatDay(bed.outage.backOn)}`
    const message = `Giường ${bed.code} đang ngừng sử dụng (${bed.outage.reason}${back}). Chọn giường khác.`
    problems.push({ code: 'bed-out-of-service', message })
  }
  if (bed.capacity && others.length >= bed.capacity.maximum) {
    const message = `Phòng ${bed.roomCode} đã đủ ${others.length}/${bed.capacity.maximum} người tối đa. Chọn phòng khác.`
    problems.push({ code: 'room-full', message })
  }
  return problems
}

function sexApart({ person, bed, others }: Asked): Problem[] {
  const sex = lodgingSex(person)
  const fixed = bed.zoneKind === 'women' ? 'female' : bed.sex
  const other = others.find((occupant) => lodgingSex(occupant) !== sex)
  const otherSex = other ? lodgingSex(other) : null
  const against = fixed !== null && fixed !== sex ? fixed : otherSex
  if (against === null) return []
  const label = SEX_LABELS[against].toLowerCase()
  const message = `Phòng ${bed.roomCode} dành cho ${label}; nam và nữ ở khu hoặc phòng riêng (Luật 120/2025 Điều 46.2h). Chọn phòng khác.`
  return [{ code: 'sex', message }]
}

function privateRoom({ person, bed, others }: Asked): Problem[] {
  const code = 'private-room'
  if (needsPrivateRoom(person) && (!bed.isPrivate || others.length > 0)) {
    const message = `${person.name} phải ở phòng riêng, một mình (Luật 120/2025 Điều 46.2h). Chọn phòng riêng còn trống.`
    return [{ code, message }]
  }
  if (others.some(needsPrivateRoom)) {
    const message = `Phòng ${bed.roomCode} là phòng riêng đang có một người (Luật 120/2025 Điều 46.2h). Chọn phòng khác.`
    return [{ code, message }]
  }
  return []
}

function agesApart({ person, bed, others }: Asked): Problem[] {
  const mine = person.ageGroup
  if (mine === null) return []
  const place = bed.ageGroup ?? (bed.zoneKind === 'minors' ? 'minor' : null)
  const mixed = others.some(({ ageGroup }) => ageGroup !== null && ageGroup !== mine)
  if (!mixed && (place === null || place === mine)) return []
  const others18 = mine === 'minor' ? 'người từ đủ 18 tuổi' : 'người từ đủ 12 đến dưới 18 tuổi'
  const message = `Phòng ${bed.roomCode} dành cho ${others18}; người dưới 18 tuổi ở riêng (Luật 73/2021 Điều 35.2d, NĐ 163/2026 Điều 66.4). Chọn phòng khác.`
  return [{ code: 'age', message }]
}

function infectionApart({ person, bed, others }: Asked): Problem[] {
  const code = 'infection'
  const law = '(Luật 120/2025 Điều 46.2h)'
  const mine = person.infectionGroup
  const otherwise = others.some(({ infectionGroup }) => infectionGroup !== mine)
  if (mine !== null && (otherwise || (bed.infectionGroup !== null && bed.infectionGroup !== mine))) {
    const message = `${person.name} phải ở riêng theo nhóm cách ly ${law}. Chọn phòng cách ly cùng nhóm hoặc phòng trống.`
    return [{ code, message }]
  }
  if (mine === null && (otherwise || bed.infectionGroup !== null || bed.zoneKind === 'infectious')) {
    const message = `Phòng ${bed.roomCode} dành cho người phải cách ly ${law}. Chọn phòng khác.`
    return [{ code, message }]
  }
  return []
}

/** Whom of those who lie in the room or zone the person is kept apart from, by the check all scopes share. */
function apartFrom({ person, keepApart, bed }: Asked, scope: 'room' | 'zone') {
  const there = keepApart.filter(({ otherRoomId, otherZoneId }) =>
    scope === 'room' ? otherRoomId === bed.roomId : otherZoneId === bed.zoneId && otherRoomId !== bed.roomId,
  )
  return keepApartConflicts({
    scope,
    place: `phòng ${bed.roomCode}`,
    people: [
      person,
      ...there.map(({ otherPersonId, otherName }) => ({ personId: otherPersonId, name: otherName })),
    ],
    pairs: there.map(({ otherPersonId, level }) => ({
      id: otherPersonId,
      personA: person.personId,
      personB: otherPersonId,
      level,
      inClass: false,
      inVisit: false,
    })),
  })
}

function keptApart(asked: Asked): Problem[] {
  return apartFrom(asked, 'room').map(({ code, other }) => ({
    code,
    message: `Không xếp chung: ${other.name} đang ở phòng ${asked.bed.roomCode}. Chọn phòng khác.`,
  }))
}

function keptApartInZone(asked: Asked): Problem[] {
  return apartFrom(asked, 'zone').map(({ code, other }) => ({
    code,
    message: `Không xếp cùng khu: ${other.name} đang ở khu này. Nên chọn khu khác.`,
  }))
}

function zoneFits({ person, bed }: Asked): Problem[] {
  const problems: Problem[] = []
  const kind = bed.zoneKind
  const isolated = person.infectionGroup !== null
  if (isolated && kind !== 'infectious' && bed.infectionGroup === null) {
    const message = 'Phòng chưa được ghi là phòng cách ly. Nên chọn khu hoặc phòng cách ly.'
    problems.push({ code: 'not-isolation-room', message })
  }
  if (person.inDetox && !isolated && kind !== 'detox') {
    const message = 'Học viên đang cắt cơn. Nên xếp ở khu y tế và điều trị cắt cơn.'
    problems.push({ code: 'detox-elsewhere', message })
  }
  if (!person.inDetox && kind === 'detox') {
    const message = 'Khu y tế và điều trị cắt cơn dành cho người đang cắt cơn. Nên chọn khu khác.'
    problems.push({ code: 'detox-zone', message })
  }
  if (!person.inDiscipline && kind === 'discipline') {
    const message = 'Khu dành riêng chỉ nhận người có quyết định kỷ luật. Nên chọn khu khác.'
    problems.push({ code: 'discipline-zone', message })
  }
  const forPurpose = kind === 'detox' || kind === 'infectious' || kind === 'discipline'
  if (person.ageGroup === 'minor' && !forPurpose && kind !== 'minors' && bed.ageGroup !== 'minor') {
    const message = 'Người dưới 18 tuổi nên ở khu riêng (NĐ 163/2026 Điều 66.4).'
    problems.push({ code: 'minor-elsewhere', message })
  }
  if (person.ageGroup === null) {
    const message = 'Chưa rõ đã đủ 18 tuổi chưa. Kiểm tra ngày sinh trước khi xếp.'
    problems.push({ code: 'age-unknown', message })
  }
  return problems
}

function tracksApart({ person, bed, others, settings }: Asked): Problem[] {
  if (!settings.splitTracks) return []
  const zoneTrack = trackOfZone(bed.zoneKind)
  if (zoneTrack !== null && zoneTrack !== person.track && bed.zoneKind !== null) {
    const message = `${LEGAL_ZONE_KIND_LABELS[bed.zoneKind]} khác diện của học viên (${TRACK_LABELS[person.track].toLowerCase()}).`
    return [{ code: 'track-split', message }]
  }
  if (!others.some(({ track }) => track !== person.track)) return []
  const message = `Phòng ${bed.roomCode} đang có người khác diện. Nên xếp cùng diện.`
  return [{ code: 'track-split', message }]
}

function workingCapacity({ bed, others }: Asked): Problem[] {
  if (!bed.capacity || others.length < bed.capacity.inUse) return []
  const after = others.length + 1
  const message = `Phòng ${bed.roomCode} sẽ có ${after} người, vượt sức chứa sử dụng ${bed.capacity.inUse}.`
  return [{ code: 'over-capacity', message }]
}

function advantages({ person, bed, others }: Asked): PlacementReason[] {
  const reasons: PlacementReason[] = []
  const track = TRACK_LABELS[person.track].toLowerCase()
  if (trackOfZone(bed.zoneKind) === person.track) {
    reasons.push({ text: `Đúng khu theo diện (${track})`, weight: 30 })
  } else if (others.length > 0 && others.every((other) => other.track === person.track)) {
    reasons.push({ text: `Trong phòng cùng diện (${track})`, weight: 15 })
  }
  if (person.inDetox && bed.zoneKind === 'detox') reasons.push({ text: 'Đúng khu cắt cơn', weight: 30 })
  if (person.inDiscipline && bed.zoneKind === 'discipline') {
    reasons.push({ text: 'Đúng khu dành riêng', weight: 30 })
  }
  if (person.infectionGroup !== null && (bed.infectionGroup !== null || bed.zoneKind === 'infectious')) {
    reasons.push({ text: 'Đúng nơi cách ly', weight: 30 })
  }
  if (person.ageGroup === 'minor' && (bed.ageGroup === 'minor' || bed.zoneKind === 'minors')) {
    reasons.push({ text: 'Đúng khu người dưới 18 tuổi', weight: 30 })
  }
  if (lodgingSex(person) === 'female' && bed.zoneKind === 'women') {
    reasons.push({ text: 'Đúng khu nữ', weight: 20 })
  }
  if (bed.capacity && bed.capacity.inUse > others.length) {
    const free = bed.capacity.inUse - others.length
    const weight = Math.round((10 * free) / bed.capacity.inUse)
    const text = others.length === 0 ? 'Phòng chưa có ai' : `Phòng còn ${free} chỗ trống`
    reasons.push({ text, weight })
  }
  return reasons
}
