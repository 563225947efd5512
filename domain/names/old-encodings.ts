import { spellingOf } from './vietnamese-syllable.ts'
import { isSurname } from './surnames.ts'

/** Font encodings of before Unicode whose text reads as Latin-1 rubbish today. */
type OldEncoding = 'tcvn3' | 'vni'

/** TCVN 5712 (ABC): one character each. Toned capitals do not exist; .VnTimeH shows lower case as capitals. */
const TCVN3 = pairUp(
  '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ',
  'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ',
)

/** VNI-Windows: some letters alone, the others a base letter followed by a mark. */
const VNI_ALONE = pairUp('ñôöíìæóòîÑÔÖÍÌÆÓÒÎ', 'đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ')
const VNI_PAIRS = vniPairs()
const VNI_UNIT = /[aeouyôöAEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ñôöíìæóòîÑÔÖÍÌÆÓÒÎ]/g

const WORD = /[^\s\d,.;:()/\-–_"'!?&+*=<>[\]{}|\\@#$%^]+/g
const HIGH_LATIN = /[\u00a1-\u00ff]/
/** "ThÕ": nobody types so, TCVN3 shows so where "Thế" was typed. */
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u
const ABBREVIATION = /^[A-Z]*Đ[A-Z]*$/

function pairUp(from: string, to: string): Map<string, string> {
  const targets = to.split('')
  return new Map(from.split('').map((char, i) => [char, targets[i] ?? char]))
}

function vniPairs(): Map<string, string> {
  const rows: [base: string, marks: string, letters: string][] = [
    ['a', 'ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ'],
    ['e', 'ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'],
    ['o', 'ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'],
    ['u', 'ùøûõï', 'úùủũụ'],
    ['y', 'ùøûõ', 'ýỳỷỹ'],
    ['ô', 'ùøûõï', 'ớờởỡợ'],
    ['ö', 'ùøûõï', 'ứừửữự'],
  ]
  const pairs = new Map<string, string>()
  for (const [base, marks, letters] of rows) {
    const targets = letters.split('')
    for (const [i, mark] of marks.split('').entries()) {
      const letter = targets[i] ?? ''
      pairs.set(base + mark, letter)
      pairs.set(base.toUpperCase() + mark, letter.toUpperCase())
      pairs.set(base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase())
    }
  }
  return pairs
}

const DECODERS: Record<OldEncoding, (word: string) => string> = {
  tcvn3: (word) => word.replace(/[\u00a1-\u00fe]/g, (char) => TCVN3.get(char) ?? char),
  vni: (word) => word.replace(VNI_UNIT, (unit) => VNI_PAIRS.get(unit) ?? decodeLoneVni(unit)),
}

function decodeLoneVni(unit: string): string {
  return unit
    .split('')
    .map((char) => VNI_ALONE.get(char) ?? char)
    .join('')
}

interface Attempt {
  encoding: OldEncoding
  text: string
  clear: number
  bad: number
}

/**
 * Decodes text typed in a TCVN3 (ABC) or VNI font. Undefined unless it clearly is such text: some word must be
 * impossible in Vietnamese as it stands and possible once decoded, and such words must outnumber the hopeless
 * ones. With `isName`, a first word that becomes a surname only by decoding ("Vò" → "Vũ") is a clear sign too.
 */
export function decodeOldEncoding(
  text: string,
  options: { isName?: boolean } = {},
): { text: string; encoding: OldEncoding } | undefined {
  if (!HIGH_LATIN.test(text)) return undefined
  const attempts = [attempt(text, 'tcvn3', options), attempt(text, 'vni', options)].filter(
    (one) => one.clear > one.bad && one.text !== text,
  )
  // On a tie the symbols that VNI never uses (¸ § « …) have already made the VNI words impossible.
  const best = attempts.toSorted((a, b) => b.clear - b.bad - (a.clear - a.bad))[0]
  return best && { text: best.text, encoding: best.encoding }
}

function attempt(text: string, encoding: OldEncoding, options: { isName?: boolean }): Attempt {
  const decode = DECODERS[encoding]
  let clear = 0
  let bad = 0
  let isFirst = true
  const decodedText = text.replace(WORD, (word) => {
    const opensName = isFirst && options.isName === true
    isFirst = false
    if (!HIGH_LATIN.test(word)) return word
    const decoded = decode(word)
    const before = decoded !== word && INNER_CAPITAL.test(word) ? 'impossible' : spellingOf(word)
    const after = spellingOf(decoded)
    const isPossible = after === 'syllable' || ABBREVIATION.test(decoded)
    if (before === 'impossible' && isPossible && word.length > 1) clear += 1
    else if (before === 'impossible') bad += 1
    else if (
      opensName &&
      isPossible &&
      encoding === 'tcvn3' &&
      isSurname(decoded) &&
      !isSurname(word) &&
      isWholeLatin1(text)
    )
      clear += 1
    return isPossible ? matchCapitals(word, decoded) : word
  })
  return { encoding, text: decodedText, clear, bad }
}

/** A letter above Latin-1 shows that Unicode was typed: then a mere surname is too weak a sign. */
function isWholeLatin1(text: string): boolean {
  return !/[\u0100-\uffff]/.test(text)
}

/** TCVN3 has no toned capitals, so NGUYÔN means NGUYỄN: a word whose plain letters are capitals is all capitals. */
function matchCapitals(word: string, decoded: string): string {
  const plain = word.replace(/[^A-Za-z]/g, '')
  return plain.length > 1 && plain === plain.toUpperCase() ? decoded.toUpperCase() : decoded
}
