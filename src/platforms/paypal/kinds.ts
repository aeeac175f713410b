/**
 * What a row is for the ledger, before its sign is looked at. `aside` moves no money. `reversal` takes back a payment whatever
 * the reason: one that was received, or one that was sent.
 */
export type Role = 'payment' | 'refund' | 'reversal' | 'chargeback' | 'fee' | 'adjustment' | 'withdrawal' | 'transfer' | 'aside'

/** Words as PayPal writes them in English, German and French, without accents; the first that fits decides. */
const BY_WORDS: readonly (readonly [Role, RegExp])[] = [
  [
    'aside',
    /^update to|(shopping cart|invoice) item|warenkorbartikel|article du panier|(request|invoice) (sent|received)|money request|zahlungsanforderung|demande de paiement/,
  ],
  [
    'transfer',
    /\bholds?\b|\brelease\b|\breserves?\b|einbehalt|freigabe|\bretenue\b|blocage|not yet available|temporaire|for open authorization/,
  ],
  ['aside', /authori[sz]ation|autorisierung|autorisation/],
  ['transfer', /currency conversion|wahrungsumrechnung|conversion de devise/],
  ['fee', /\bfees?\b|gebuhr|\bentgelte?\b|\bfrais\b|\bcommissions?\b/],
  [
    'transfer',
    /bank deposit|card deposit|\bach\b|bankgutschrift|gutschrift auf kreditkarte|einzahlung|funding|\badd(ed)? funds|electronic funds transfer|approvisionnement|alimentation du compte|depot/,
  ],
  ['chargeback', /chargeback|rucklastschrift|retrofacturation|opposition|contre-?passation/],
  ['refund', /refund.*revers|revers.*refund|ruckbuchung.*ruck(zahlung|erstattung)|annulation.*remboursement/],
  ['reversal', /reversal|reversed|ruckbuchung|annulation/],
  ['refund', /refund|ruckzahlung|ruckerstattung|erstattung|remboursement/],
  [
    'withdrawal',
    /withdraw|abbuchung|auszahlung auf|transfer to (a )?bank|bank transfer|autosweep|auto-sweep|\bretrait\b|virement vers|geldautomat|\batm\b/,
  ],
  [
    'transfer',
    /incentive|certificate redemption|debit card transaction|debitkarte|credit card payment|buyer credit|\bbml\b|paypal credit|ratenzahlung|\bloan\b|darlehen|working capital|business financing|intra-?account|internal transfer|zwischen (ihren )?konten/,
  ],
  ['adjustment', /adjustment|anpassung|korrektur|correction|ajustement|\bbonus\b|rebate|cash ?back|dividend|reimbursement/],
  [
    'payment',
    /payment|zahlung|paiement|donation|spende|\bdons?\b|mass ?pay|payout|subscription|abonnement|purchase|kauf\b|\breceived\b|\bsent\b|geld erhalten|checkout|\bsale\b|auction|\btip\b/,
  ],
]

/** PayPal's own codes, the same in every language. https://developer.paypal.com/docs/reports/reference/tcodes/ */
const BY_CODE: readonly (readonly [Role, RegExp])[] = [
  ['payment', /^T00/],
  ['fee', /^T(01|110[89])/],
  ['refund', /^T11(07|15)/],
  ['reversal', /^T11(00|06|14|16)/],
  ['chargeback', /^T120[12578]/],
  ['transfer', /^T(02|03|05|07|09|10|11|15|16|18|2[0-8])/],
  ['withdrawal', /^T(04|06|17)/],
  ['adjustment', /^T(08|12|14|19)/],
  ['aside', /^T(13|97|98)/],
]

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** What a row is, by PayPal's code where it has one, else by the words of its type; undefined when neither is known. */
export function roleOf(type: string, code: string): Role | undefined {
  const byCode = BY_CODE.find(([, pattern]) => pattern.test(code.trim().toUpperCase()))
  if (byCode) return byCode[0]
  const words = plain(type)
  return BY_WORDS.find(([, pattern]) => pattern.test(words))?.[0]
}

/** Whether a refund or chargeback is itself taken back, so that money which had left returns. */
export function isTakenBack(type: string): boolean {
  return /cancel|revers|storn|fehlgeschlagen|failed|annul|reimbursement|ruckbuchung/.test(plain(type))
}

export type Progress = 'completed' | 'not-completed' | 'unknown'

/** A payment that was given back later was completed once: what was given back stands in a row of its own. */
const COMPLETED =
  /^(completed?|cleared|paid|success|refunded|partially refunded|reversed|abgeschlossen|ausgefuhrt|erledigt|bezahlt|(teilweise )?(zuruck(ge)?zahlt|zuruckgezahlt|ruckerstattet|zuruckerstattet)|zuruckgebucht|termine|effectue|paye|(partiellement )?rembourse)e?s?$/
const NOT_COMPLETED =
  /^(pending|processing|in progress|uncleared|cancell?ed|denied|declined|failed|removed|unclaimed|returned|expired|voided|held|on hold|temporary hold|placed|active|inactive|created|suspended|under review|unpaid|sent|offen|ausstehend|in bearbeitung|storniert|abgebrochen|abgelehnt|fehlgeschlagen|entfernt|geloscht|nicht (ein|ab)gefordert|nicht beansprucht|zuruckgegeben|abgelaufen|einbehalten|aktiv|inaktiv|erstellt|freigegeben|gesendet|bezahlung ausstehend|en attente|en cours|annule|refuse|echoue|supprime|non reclame|expire|suspendu|actif|cree|envoye)e?s?$/

export function progressOf(status: string): Progress {
  const words = plain(status)
  if (COMPLETED.test(words)) return 'completed'
  return NOT_COMPLETED.test(words) ? 'not-completed' : 'unknown'
}

/** Whether a row leaves the balance as it is; undefined for words that are not known. A column that is empty or absent says no. */
export function isMemo(impact: string): boolean | undefined {
  const words = plain(impact)
  if (/^(credit|debit|haben|soll|gutschrift|lastschrift|belastung|)$/.test(words)) return false
  return /^(memo|none|keine|aucun|-)$/.test(words) ? true : undefined
}
