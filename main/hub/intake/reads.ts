import { findCentre } from '#db/queries/centre/reader.ts'
import { listExpected } from '#db/queries/intake/expected-arrivals.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import type { intakeContract } from '#domain/contract/intake.ts'
import { checklistFor } from '#domain/dossier/checklist.ts'
import { parseIdentityNumber } from '#domain/identity/identity-number.ts'
import { sheetFormsOn } from '#domain/information-sheet/information-sheet.ts'
import { procedureRegime } from '#domain/law/regime.ts'
import { proposeOrdinal } from '#domain/matching/propose-ordinal.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { ReadUseCases } from '../use-case.ts'
import { communesFor, readAddress } from './addresses.ts'
import { bedsFor } from './beds.ts'
import { expectedLines } from './expected.ts'
import { findMatches, matchLine } from './find-matches.ts'
import { intakeRecordOf } from './intake-record.ts'
import { isMinorOn } from '#domain/dossier/minor.ts'

export const intakeReads: ReadUseCases<typeof intakeContract> = {
  expected: (db, context, input) => ({
    arrivals: expectedLines(db, listExpected(db, input.state, input.limit), dayOf(context.now)),
  }),
  checklist: (db, context, input) => {
    const on = input.on ?? dayOf(context.now)
    const isMinor = isMinorOn(input.birth, on)
    const forms = sheetFormsOn(on)
    return {
      items: checklistFor(input.track, on, { isMinor, hasNoResidence: input.hasNoResidence }),
      regime: procedureRegime(on),
      sheetForm: forms.sheet,
      planForm: forms.plan,
      isMinor,
      missingDays: readSetting(db, 'intake.missing-paper-days'),
    }
  },
  understandAddress: (_db, _context, input) => readAddress(input.text),
  suggestCommunes: (db, context, input) => {
    const home = findCentre(db, dayOf(context.now))?.province_code ?? null
    return { communes: communesFor(input.text, input.limit, home) }
  },
  match: (db, context, input) => {
    const { communeCodes, elsewhere, numbers, ...record } = input
    const described = {
      ...record,
      numbers: numbers.map((number) => parseIdentityNumber(number)?.number ?? number),
      communes: communeCodes,
    }
    const matches = findMatches(db, described, new Set()).flatMap(
      (found) => matchLine(db, described, found, elsewhere) ?? [],
    )
    for (const { personId } of matches) context.viewed(personId, 'person.viewed-match')
    return { matches, newPerson: proposeOrdinal([], elsewhere) }
  },
  beds: (db, context, input) => bedsFor(db, context.now, input, input),
  record: (db, context, input) => {
    const record = intakeRecordOf(db, input.stayId)
    context.viewed(record.personId, 'person.viewed-intake')
    return record
  },
}
