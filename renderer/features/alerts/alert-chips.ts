import {
  IconAlertHexagon,
  IconBabyCarriage,
  IconBed,
  IconHandStop,
  IconHeartbeat,
  IconLanguage,
  IconLifebuoy,
  IconNote,
  IconPill,
  IconPillOff,
  IconRun,
  IconShield,
  IconWoman,
  type TablerIcon,
} from '@tabler/icons-react'
import {
  ALERT_KINDS,
  type AlertFace,
  type AlertKind,
  type AlertSeverity,
} from '#domain/alerts/alert-codes.ts'
import type { Tone } from '#ui/colors.ts'
import type { PersonAlert } from '#ui/person-line.tsx'

const ICONS: Record<AlertKind['icon'], TablerIcon> = {
  run: IconRun,
  fist: IconHandStop,
  lifebuoy: IconLifebuoy,
  'pill-off': IconPillOff,
  shield: IconShield,
  pregnant: IconWoman,
  child: IconBabyCarriage,
  bed: IconBed,
  language: IconLanguage,
  heart: IconHeartbeat,
  medicine: IconPill,
  allergy: IconAlertHexagon,
  note: IconNote,
}

const TONES: Record<AlertSeverity, Tone> = { high: 'late', medium: 'soon', low: 'away' }

/** An alert by its full name: its colour by gravity, its own shape, its words. */
export function alertChip(face: AlertFace): Required<PersonAlert> {
  const { label, icon, severity } = ALERT_KINDS[face]
  return { text: label, tone: TONES[severity], icon: ICONS[icon] }
}

/** Alerts of a person's line in a word each, in the order given. */
export function alertChips(faces: readonly AlertFace[]): PersonAlert[] {
  return faces.map((face) => ({ ...alertChip(face), text: ALERT_KINDS[face].short }))
}
