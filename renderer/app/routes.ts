import { aroundIntake } from '#renderer/app/routes/around-intake.ts'
import { carePath } from '#renderer/app/routes/care-path.ts'
import { conductCases } from '#renderer/app/routes/conduct-cases.ts'
import { contacts } from '#renderer/app/routes/contacts.ts'
import { documents } from '#renderer/app/routes/documents.ts'
import { escapes } from '#renderer/app/routes/escapes.ts'
import { goingsOut } from '#renderer/app/routes/goings-out.ts'
import { house } from '#renderer/app/routes/house.ts'
import { imports } from '#renderer/app/routes/imports.ts'
import { incidents } from '#renderer/app/routes/incidents.ts'
import { keeping } from '#renderer/app/routes/keeping.ts'
import { lodging } from '#renderer/app/routes/lodging.ts'
import { outside } from '#renderer/app/routes/outside-frame.ts'
import { people } from '#renderer/app/routes/people.ts'
import { safety } from '#renderer/app/routes/safety.ts'
import { shifts } from '#renderer/app/routes/shifts.ts'
import { frameRoute, rootRoute } from '#renderer/app/routes/page.ts'

// A page is one file `features/<feature>/<page>.tsx` and one `page(…)` in the list of its module below `routes/`.

/** Every address of the program. */
export const routeTree = rootRoute.addChildren([
  ...outside,
  frameRoute.addChildren([
    ...people,
    ...keeping,
    ...carePath,
    ...aroundIntake,
    ...lodging,
    ...safety,
    ...incidents,
    ...conductCases,
    ...goingsOut,
    ...escapes,
    ...shifts,
    ...contacts,
    ...imports,
    ...documents,
    ...house,
  ]),
])
