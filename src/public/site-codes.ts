import { encode } from 'uqr'
import { codeSvg, epcCode, epcPayload } from '#bank/epc.ts'
import type { PublicVenture } from '#domain/public-venture.ts'
import { webAddress } from './html.ts'

/** A code that a telephone reads, as a file below the page of its venture. */
export interface SiteCode {
  name: string
  /** What it leads to, in words. */
  label: string
  svg: string
}

const TEXT_MOST = 140

/**
 * Codes for whoever backs a venture from plain files: its page at an absolute address, its bank account (EPC069-12, without an amount)
 * and its pages elsewhere.
 */
export function ventureCodes(venture: PublicVenture, url: string): SiteCode[] {
  const page = linkCode('code.svg', `The page of ${venture.title}`, url)
  const ways = venture.ways.flatMap((way, i): SiteCode[] => {
    if (way.kind === 'stripe') return []
    const name = `code-${i + 1}.svg`
    if (way.kind === 'page')
      return webAddress(way.url) === undefined ? [] : [linkCode(name, `${venture.title} on ${way.platform}`, way.url)]
    const { holder, iban, bic } = way
    const text = [...venture.title].slice(0, TEXT_MOST).join('')
    const made = epcPayload({ holder, iban, ...(bic === undefined ? {} : { bic }), amount: null, currency: 'EUR', text })
    const label = `Transfer to ${holder}, for a banking app`
    return 'problem' in made ? [] : [{ name, label, svg: codeSvg(epcCode(made.payload), plain(label)) }]
  })
  return [page, ...ways]
}

/** One line without signs that XML cannot hold. */
function plain(text: string): string {
  return text.toWellFormed().replace(/[\p{C}\s]+/gu, ' ')
}

function linkCode(name: string, label: string, url: string): SiteCode {
  const { data: modules, version } = encode(url, { ecc: 'M', border: 0 })
  return { name, label, svg: codeSvg({ version, modules }, plain(label)) }
}
