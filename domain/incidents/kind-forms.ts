import type { Day } from '../time/day.ts'
import type { IncidentKind } from './incident-kinds.ts'
import { contraband1 } from './kind-config/contraband-1.ts'
import { contraband2 } from './kind-config/contraband-2.ts'
import { contraband3 } from './kind-config/contraband-3.ts'
import { death1 } from './kind-config/death-1.ts'
import { death2 } from './kind-config/death-2.ts'
import { disorder1 } from './kind-config/disorder-1.ts'
import { disorder2 } from './kind-config/disorder-2.ts'
import { escape1 } from './kind-config/escape-1.ts'
import { escape2 } from './kind-config/escape-2.ts'
import { fight1 } from './kind-config/fight-1.ts'
import { fight2 } from './kind-config/fight-2.ts'
import { fire1 } from './kind-config/fire-1.ts'
import { grievance1 } from './kind-config/grievance-1.ts'
import { injury1 } from './kind-config/injury-1.ts'
import { other1 } from './kind-config/other-1.ts'
import { selfHarm1 } from './kind-config/self-harm-1.ts'
import { selfHarm2 } from './kind-config/self-harm-2.ts'
import { staffMisconduct1 } from './kind-config/staff-misconduct-1.ts'
import type { KindForm } from './kind-form.ts'

/** Every version of every form, those no longer in use too: an incident keeps the version it began with. */
export const KIND_FORMS: readonly KindForm[] = [
  escape1,
  escape2,
  fight1,
  fight2,
  contraband1,
  contraband2,
  contraband3,
  disorder1,
  disorder2,
  selfHarm1,
  selfHarm2,
  death1,
  death2,
  injury1,
  fire1,
  staffMisconduct1,
  grievance1,
  other1,
]

/** The version first reports take on a day; undefined before the first one. */
export function formOnDay(kind: IncidentKind, on: Day): KindForm | undefined {
  return KIND_FORMS.find(
    (form) =>
      form.kind === kind && form.activeFrom <= on && (form.activeTo === undefined || on < form.activeTo),
  )
}

/** The first day a form of this kind holds for: nothing that happened before is judged by what stands here. */
export function firstFormDay(kind: IncidentKind): Day {
  const [first] = KIND_FORMS.filter((form) => form.kind === kind)
  if (first === undefined) throw new TypeError(`no form ${kind}`)
  return first.activeFrom
}

/** The version an incident was begun with. @throws TypeError for a version that never was: the register is broken */
export function formOfVersion(kind: IncidentKind, version: number): KindForm {
  const form = KIND_FORMS.find((one) => one.kind === kind && one.version === version)
  if (form === undefined) throw new TypeError(`no form ${kind} ${version}`)
  return form
}
