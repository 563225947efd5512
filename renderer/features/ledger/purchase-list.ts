/** One purchase of the list being typed. */
export interface Purchase {
  id: string
  stayId: string
  name: string
  amount: number
  items: { itemId: string; quantity: number }[]
  note: string
}

/** What a person has for the list: the money, what was spent today, the limit of a day (0 = none). */
export interface PurseView {
  deposits: number
  spentToday: number
  dailyLimit: number
}

/** What somebody may still spend, with what the list already takes. */
export function leftToSpend(purse: PurseView, taken: number): number {
  const money = purse.deposits - taken
  if (purse.dailyLimit === 0) return Math.max(0, money)
  return Math.max(0, Math.min(money, purse.dailyLimit - purse.spentToday - taken))
}

/** What the list takes from one person. */
export function takenBy(purchases: readonly Purchase[], stayId: string): number {
  return purchases.reduce((sum, line) => sum + (line.stayId === stayId ? line.amount : 0), 0)
}

/** The items of a line with one more of `itemId`. */
export function withItem(items: Purchase['items'], itemId: string): Purchase['items'] {
  const known = items.find((item) => item.itemId === itemId)
  if (!known) return [...items, { itemId, quantity: 1 }]
  return items.map((item) => (item === known ? { ...item, quantity: item.quantity + 1 } : item))
}
