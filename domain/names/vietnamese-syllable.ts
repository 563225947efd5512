const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const ONSET = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?/
/** A tone on the glide that ends a rhyme (leõ, taù): both orthographies forbid it; only oá, oé, uý are usual. */
const TONE_ON_GLIDE = /([aeiouy])[\u0302\u0306\u031b]*[aeiouy][\u0300\u0301\u0303\u0309\u0323]$/
const STOP_FINAL = /(?:c|ch|p|t)$/

/** Every rhyme (vần) of standard Vietnamese without its tone; spelling variants after qu- and gi- included. */
const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu ' +
    'i ia ich im in ing inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
    'o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay ' +
    'oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ' +
    'ơ ơi ơm ơn ơng ơp ơt u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ' +
    'uân uâng uât uây uê uêch uên uênh uêt uơ uy uya uych uynh uyn uyt uyp uyu uyên uyêt ' +
    'ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ' +
    'y ych yn ynh yt yu yêm yên yêng yêt yêu'
  ).split(' '),
)

/** What the spelling of a word says: a possible syllable, one with the wrong tone for its ending, or neither. */
type Spelling = 'syllable' | 'wrong-tone' | 'impossible'

/**
 * Judges one word by Vietnamese phonotactics (onset, rhyme, at most one tone; -c -ch -p -t take only sắc or
 * nặng). Any letter case, NFC or NFD. `wrong-tone` is a typing slip; `impossible` cannot be Vietnamese.
 */
export function spellingOf(word: string): Spelling {
  const decomposed = word.toLowerCase().normalize('NFD')
  const tones = decomposed.match(TONES) ?? []
  if (tones.length > 1 || !isToneInPlace(decomposed)) return 'impossible'
  const bare = decomposed.replace(TONES, '').normalize('NFC')
  const onset = ONSET.exec(bare)?.[0] ?? ''
  // gi- and qu- lend their vowel to the rhyme (gì, giêng, quy), so the shorter onset is tried as well.
  const rhymes = [bare.slice(onset.length)]
  if (onset.length > 1) rhymes.push(bare.slice(onset.length - 1))
  if (!rhymes.some((rhyme) => RHYMES.has(rhyme))) return 'impossible'
  if (!STOP_FINAL.test(bare)) return 'syllable'
  return tones[0] === '\u0301' || tones[0] === '\u0323' ? 'syllable' : 'wrong-tone'
}

function isToneInPlace(decomposed: string): boolean {
  const pair = TONE_ON_GLIDE.exec(decomposed)?.[0]
  if (!pair) return true
  const bare = pair.replace(TONES, '')
  return bare === 'oa' || bare === 'oe' || bare === 'uy' || /(?:qu|gi).[\u0300-\u0323]$/.test(decomposed)
}
