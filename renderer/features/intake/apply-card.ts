import type { CardQr } from '#domain/identity/card-qr.ts'
import { formatBirth } from '#domain/people/birth.ts'
import { emptyAddress, emptyPaper, type IntakeForm } from '#renderer/features/intake/intake-form.ts'

/** What the card fills in. A field the card says nothing about keeps what was typed. */
export function applyCard(form: IntakeForm, card: CardQr): Partial<IntakeForm> {
  const fromCard = new Set(form.fromCard)
  const patch: Partial<IntakeForm> = { papers: papersWith(form, card) }
  fromCard.add('papers')
  if (card.name !== undefined) {
    patch.name = card.name
    fromCard.add('name')
  }
  if (card.birthOn !== undefined) {
    patch.birth = formatBirth(card.birthOn)
    fromCard.add('birth')
  }
  if (card.sex !== undefined) {
    patch.sex = card.sex
    fromCard.add('sex')
  }
  if (card.address !== undefined) {
    const permanent = form.addresses.find(({ kind }) => kind === 'permanent') ?? emptyAddress('permanent')
    const read = {
      ...permanent,
      text: card.address,
      communeCode: null,
      provinceCode: null,
      label: '',
      detail: '',
    }
    patch.addresses = [read, ...form.addresses.filter(({ kind }) => kind !== 'permanent')]
    fromCard.add('address')
  }
  patch.fromCard = [...fromCard]
  return patch
}

/** The card first, the old number it names behind it; other papers stay. */
function papersWith(form: IntakeForm, card: CardQr): IntakeForm['papers'] {
  const others = form.papers.filter(
    ({ number }) => number.trim() !== '' && number !== card.citizenId && number !== card.oldNumber,
  )
  const citizen = {
    ...emptyPaper(),
    ...form.papers.find(({ number }) => number === card.citizenId),
    kind: 'citizen-card' as const,
    number: card.citizenId,
    issuedOn: card.issuedOn ?? null,
    source: 'card' as const,
  }
  if (card.oldNumber === undefined) return [citizen, ...others]
  const old = {
    ...emptyPaper(),
    ...form.papers.find(({ number }) => number === card.oldNumber),
    kind: 'old-identity-card' as const,
    number: card.oldNumber,
    source: 'card' as const,
  }
  return [citizen, old, ...others]
}
