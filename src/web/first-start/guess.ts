/** Currencies of regions (ISO 3166-1) where the locale's own would not be the dollar; the euro's are listed apart. */
const EURO = 'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT'
const OTHERS =
  'AE:AED AR:ARS AU:AUD BA:BAM BD:BDT BR:BRL BY:BYN CA:CAD CH:CHF CL:CLP CN:CNY CO:COP CZ:CZK DK:DKK EG:EGP FO:DKK GB:GBP GE:GEL GH:GHS GL:DKK GG:GBP HK:HKD ' +
  'HU:HUF ID:IDR IL:ILS IM:GBP IN:INR IS:ISK JE:GBP JO:JOD JP:JPY KE:KES KR:KRW KW:KWD KZ:KZT LI:CHF LK:LKR MA:MAD MD:MDL MK:MKD MX:MXN MY:MYR NG:NGN NO:NOK ' +
  'NP:NPR NZ:NZD PE:PEN PH:PHP PK:PKR PL:PLN QA:QAR RO:RON RS:RSD RU:RUB SA:SAR SE:SEK SG:SGD SJ:NOK TH:THB TN:TND TR:TRY TW:TWD TZ:TZS UA:UAH UG:UGX UY:UYU ' +
  'VN:VND ZA:ZAR'

const currencyOfRegion = new Map([
  ...EURO.split(' ').map((region) => [region, 'EUR'] as const),
  ...OTHERS.split(' ').map((pair) => [pair.slice(0, 2), pair.slice(3)] as const),
])

/** The currency of a locale's likely region, as a first guess that can be changed: de-AT is EUR; the dollar where nothing is known. */
export function guessCurrency(locale: string): string {
  try {
    return currencyOfRegion.get(new Intl.Locale(locale).maximize().region ?? '') ?? 'USD'
  } catch {
    return 'USD'
  }
}
