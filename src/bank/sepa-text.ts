/**
 * Texts in the characters that every bank of SEPA takes: a-z A-Z 0-9 / - ? : ( ) . , ' + and the space.
 *
 * Letters are put into them as the European Payments Council recommends (EPC217-08, "SEPA requirements for an extended character set"):
 * a letter loses its marks (ä is a, ß is s), Greek and Cyrillic letters are spelled, & is +, and what has no likeness is a full stop.
 * https://www.europeanpaymentscouncil.eu/document-library/guidance-documents/sepa-requirements-extended-character-set-unicode-subset-best
 */
const ALLOWED = /^[A-Za-z0-9/?:().,'+ -]$/

/** How long a text may be: a name, a line of remittance, an identification. */
export const SEPA_LENGTH = { name: 70, text: 140, id: 35 } as const

const LIKE = new Map(
  Object.entries({
    ß: 's',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    ħ: 'h',
    ı: 'i',
    ŋ: 'n',
    ŧ: 't',
    ĸ: 'k',
    '&': '+',
    '–': '-',
    '—': '-',
    '−': '-',
    _: '-',
    '‘': "'",
    '’': "'",
    '`': "'",
    '´': "'",
    '“': "'",
    '”': "'",
    '„': "'",
    '"': "'",
    '[': '(',
    ']': ')',
    '⁄': '/',
    '{': '(',
    '}': ')',
    ';': ',',
  }),
)

/** Letter by letter, in the order of the alphabets; Greek as ELOT 743 has it, Cyrillic as Bulgaria writes it. */
const ALPHABETS: [letters: string, likes: string][] = [
  ['α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'],
  [
    'а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я ђ є і ј љ њ ћ џ ѕ ґ',
    'a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y y e yu ya d e i j lj nj c dz dz g',
  ],
]
for (const [letters, likes] of ALPHABETS) {
  const spelled = likes.split(' ')
  for (const [i, letter] of letters.split(' ').entries()) LIKE.set(letter, spelled[i] ?? '.')
}

/** Letters of the alphabets first; else the character without its marks; else a full stop. */
function likeOf(character: string): string {
  if (ALLOWED.test(character)) return character
  const small = character.toLowerCase()
  const like = LIKE.get(small)
  if (like !== undefined) return small === character ? like : like.charAt(0).toUpperCase() + like.slice(1)
  const bare = character.normalize('NFKD').replace(/\p{M}+/gu, '')
  return bare === character ? '.' : [...bare].map(likeOf).join('')
}

/** A text in SEPA's characters, each run of spaces one, cut to a length; `NOTPROVIDED` where no letter or digit would be left. */
export function sepaText(text: string, length: number): string {
  const spaced = text.normalize('NFC').replace(/[\s\p{C}]+/gu, ' ')
  const plain = [...spaced].map(likeOf).join('').trim().slice(0, length).trim()
  return /[A-Za-z0-9]/.test(plain) ? plain : 'NOTPROVIDED'
}
