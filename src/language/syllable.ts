/** Which letters can make a Vietnamese syllable, and what Telex and VNI typing leaves behind when no keyboard program took it up. */
import { fold } from './fold.ts'

const ONSETS = 'b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')
const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in
  inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot u ua uan
  uang uat uau uay uc ue uech uen uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet
  uynh uyt uyp uyn y yem yen yeng yet yeu`.split(/\s+/),
)

const BACK_ONSETS = new Set(['c', 'g', 'ng'])
const FRONT_ONSETS = new Set(['gh', 'ngh'])

/** Whether a folded word is spelt like a Vietnamese syllable ("dat", "thuong"; not "chsi", "wifi"). */
export function isSyllable(folded: string): boolean {
  if (folded.length > 7) return false
  if (RHYMES.has(folded)) return true
  for (const onset of ONSETS) {
    if (!folded.startsWith(onset) || !RHYMES.has(folded.slice(onset.length))) continue
    const front = /[iey]/.test(folded[onset.length] ?? '')
    // c, g, ng stand before back vowels, k, gh, ngh before front ones; only names break that rule with k.
    if (front ? !BACK_ONSETS.has(onset) : !FRONT_ONSETS.has(onset)) return true
  }
  // "gi", "gin": the i of the onset is the vowel too.
  return folded === 'gi' || (folded.startsWith('gi') && RHYMES.has(folded.slice(1)))
}

const CIRCUMFLEX: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' }
const HORN: Record<string, string> = { u: 'ư', o: 'ơ' }
const TELEX_TONES = 'fsrxj'
const VNI_TONES = '21345'

/**
 * Undoes Telex typing ("ddatj" → `đạt`, "tieeu" → `tiêu`); undefined where the word holds none or what results is no syllable.
 * The tone comes back as the digit of {@link spelling}.
 */
export function fromTelex(word: string): string | undefined {
  let tone = 0
  let letters = ''
  for (const letter of word) {
    const before = letters.at(-1) ?? ''
    const toneIndex = TELEX_TONES.indexOf(letter)
    if (toneIndex >= 0 && /[aeiouyâêôăơư]/.test(letters)) {
      tone = toneIndex + 1
    } else if (letter === 'd' && letters === 'd') letters = 'đ'
    else if (letter === 'w' && (before === 'a' || before === 'u' || before === 'o')) {
      letters = letters.slice(0, -1) + (before === 'a' ? 'ă' : HORN[before])
      letters = letters.replace('uơ', 'ươ')
    } else if (letter === 'w') letters += 'ư'
    else if (CIRCUMFLEX[letter] !== undefined && before === letter) letters = letters.slice(0, -1) + CIRCUMFLEX[letter]
    else if (
      CIRCUMFLEX[letter] !== undefined &&
      new RegExp(`${letter}[a-z]+$`).test(letters) &&
      !isSyllable(fold(letters + letter))
    )
      // "tieue": the second vowel typed at the end of the word.
      letters = letters.replace(new RegExp(`${letter}(?=[a-z]+$)`), CIRCUMFLEX[letter])
    else letters += letter
  }
  if (letters === word && tone === 0) return undefined
  return isSyllable(fold(letters)) ? letters + (tone || '') : undefined
}

/** Undoes VNI typing ("d9a5t" → `đạt`, "tie6u" → `tiêu`); undefined where the digits make no syllable. */
export function fromVni(word: string): string | undefined {
  let tone = 0
  let letters = ''
  for (const letter of word) {
    const before = letters.at(-1) ?? ''
    const toneIndex = VNI_TONES.indexOf(letter)
    if (letter >= '0' && letter <= '9' && letters === '') return undefined
    if (toneIndex >= 0) tone = toneIndex + 1
    else if (letter === '9' && letters.startsWith('d')) letters = `đ${letters.slice(1)}`
    else if (letter === '6') letters = replaceLast(letters, /[aeo](?=[a-z]*$)/, CIRCUMFLEX)
    else if (letter === '7') letters = replaceLast(letters, /u(?=o)|[uo](?=[a-z]*$)/, HORN).replace('ưo', 'ươ')
    else if (letter === '8') letters = replaceLast(letters, /a(?=[a-z]*$)/, { a: 'ă' })
    else if (letter === '0' || letter === '9') return undefined
    else letters += letter
    if (before === '' && letters === '') return undefined
  }
  return isSyllable(fold(letters)) ? letters + (tone || '') : undefined
}

function replaceLast(text: string, pattern: RegExp, by: Record<string, string>): string {
  return text.replace(pattern, (letter) => by[letter] ?? letter)
}
