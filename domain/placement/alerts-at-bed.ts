import { ALERT_KINDS, type AlertFace } from '../alerts/alert-codes.ts'
import type { Problem } from '../errors.ts'
import type { Occupant, PlacementBed, PlacementPerson } from './placement-person.ts'

/** A person and a room with who else holds beds there. */
interface Question {
  person: PlacementPerson
  bed: PlacementBed
  others: readonly Occupant[]
}

/** Alerts that say nothing about a room once it has been read who is in it. */
type Heeded = Extract<AlertFace, 'self-harm' | 'violence'>

/** People a violent one is not to share a room with unless somebody says why. */
const WEAK: readonly AlertFace[] = ['lower-bunk', 'pregnant', 'with-child', 'self-harm']

/** Somebody to be protected and somebody who may be violent never share a room. */
export function protectedApart({ person, bed, others }: Question): Problem[] {
  const code = 'alert-protected'
  const way = 'Chọn phòng khác, hoặc đóng cảnh báo nếu không còn đúng.'
  const has = (face: AlertFace) => others.find(({ alerts }) => alerts.includes(face))
  const violent = has('violence')
  if (person.alerts.includes('protected') && violent) {
    const message = `${violent.name} ở phòng ${bed.roomCode} có nguy cơ bạo lực; ${person.name} là người cần bảo vệ. ${way}`
    return [{ code, message }]
  }
  const weak = has('protected')
  if (person.alerts.includes('violence') && weak) {
    const message = `${weak.name} ở phòng ${bed.roomCode} là người cần bảo vệ; ${person.name} có nguy cơ bạo lực. ${way}`
    return [{ code, message }]
  }
  return []
}

/** Alerts of the person to be read before this bed is given; each asks for a reason where it speaks against it. */
export function alertsHere({ person, bed, others }: Question): Problem[] {
  const problems = person.alerts.flatMap((face): Problem[] => {
    if (face === 'protected' || isHeeded(face, others)) return []
    const { label, advice } = ALERT_KINDS[face]
    return [{ code: `alert-${face}`, message: `${label}. ${advice}` }]
  })
  const violent = others.find(({ alerts }) => alerts.includes('violence'))
  if (violent && person.alerts.some((face) => WEAK.includes(face))) {
    const message = `${violent.name} ở phòng ${bed.roomCode} có nguy cơ bạo lực. Nên chọn phòng khác.`
    problems.push({ code: 'alert-violent-neighbour', message })
  }
  return problems
}

/** What a room gives to somebody with an alert. */
export function heededHere({ person, others }: Question): { text: string; weight: number }[] {
  return HEEDED.filter((face) => person.alerts.includes(face) && isHeeded(face, others)).map((face) => ({
    text: HEEDED_TEXTS[face],
    weight: 20,
  }))
}

const HEEDED: readonly Heeded[] = ['self-harm', 'violence']
const HEEDED_TEXTS: Record<Heeded, string> = {
  'self-harm': 'Không ở một mình (nguy cơ tự gây thương tích)',
  violence: 'Phòng chưa có ai (nguy cơ bạo lực)',
}

function isHeeded(face: AlertFace, others: readonly Occupant[]): boolean {
  return (face === 'self-harm' && others.length > 0) || (face === 'violence' && others.length === 0)
}
