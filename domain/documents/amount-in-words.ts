const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const SCALES = ['', ' nghìn', ' triệu', ' tỷ']
const LARGEST = 999_999_999_999

function tens(ten: number, unit: number): string {
  if (ten === 0) return unit === 0 ? '' : `linh ${DIGITS[unit]}`
  const head = ten === 1 ? 'mười' : `${DIGITS[ten]} mươi`
  if (unit === 0) return head
  if (unit === 1 && ten > 1) return `${head} mốt`
  if (unit === 5) return `${head} lăm`
  return `${head} ${DIGITS[unit]}`
}

function threeDigits(value: number, isFirst: boolean): string {
  const hundred = Math.floor(value / 100)
  const rest = tens(Math.floor((value % 100) / 10), value % 10)
  if (hundred === 0 && isFirst) return rest.replace(/^linh /, '')
  return [`${DIGITS[hundred]} trăm`, rest].filter((part) => part !== '').join(' ')
}

/**
 * An amount of money as receipts write it out: 1205000 → "Một triệu hai trăm linh năm nghìn đồng".
 * @param amount whole đồng, from 0 to below a thousand tỷ
 * @throws RangeError for anything else
 */
export function amountInWords(amount: number): string {
  if (!Number.isInteger(amount) || amount < 0 || amount > LARGEST)
    throw new RangeError(`not an amount: ${amount}`)
  if (amount === 0) return 'Không đồng'
  const groups: number[] = []
  for (let rest = amount; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000)
  const words = groups
    .map((group, scale) =>
      group === 0 ? '' : `${threeDigits(group, scale === groups.length - 1)}${SCALES[scale] ?? ''}`,
    )
    .toReversed()
    .filter((part) => part !== '')
    .join(' ')
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)} đồng`
}
