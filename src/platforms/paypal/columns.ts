import { findNamed, firstMissing, type Column, type Columns } from '../columns.ts'

/** Columns in English, German and French, of the activity download and of the statement; no name means two things. */
const NAMES = {
  date: ['Date', 'Datum'],
  time: ['Time', 'Uhrzeit', 'Heure'],
  zone: ['TimeZone', 'Time Zone', 'Zeitzone', 'Fuseau horaire'],
  type: ['Type', 'Typ', 'Description', 'Beschreibung'],
  code: ['Transaction Event Code', 'Transaktionsereigniscode'],
  status: ['Status', 'État', 'Statut'],
  impact: ['Balance Impact', 'Auswirkung auf Guthaben', 'Impact sur le solde'],
  currency: ['Currency', 'Währung', 'Devise'],
  gross: ['Gross', 'Brutto', 'Avant commission'],
  fee: ['Fee', 'Gebühr', 'Entgelt', 'Commission'],
  net: ['Net', 'Netto'],
  salesTax: ['Sales Tax', 'Umsatzsteuer', 'TVA'],
  from: ['From Email Address', 'Absender E-Mail-Adresse', "Adresse email de l'expéditeur", "De l'adresse email"],
  name: ['Name', 'Nom'],
  id: ['Transaction ID', 'Transaktionscode', 'Numéro de transaction'],
  reference: ['Reference Txn ID', 'Zugehöriger Transaktionscode', 'Numéro de la transaction de référence'],
  title: ['Item Title', 'Artikelbezeichnung', "Titre de l'objet"],
  subject: ['Subject', 'Betreff', 'Objet'],
  note: ['Note', 'Hinweis', 'Remarque'],
} as const

export type PayPalColumns = Record<keyof typeof NAMES, Column>

const NEEDED = ['date', 'type', 'currency', 'gross', 'id'] as const

export function findColumns(columns: Columns): PayPalColumns {
  return findNamed(columns, NAMES)
}

/** The first column that PayPal's tables need and a header lacks. */
export function missingColumn(columns: Columns): string | undefined {
  return firstMissing(columns, NAMES, NEEDED)
}

/** Whether each row tells its status; a statement holds only what is completed and does not say so. */
export function hasStatus(columns: Columns): boolean {
  return findColumns(columns).status.index >= 0
}

export type Language = 'English' | 'German' | 'French'

/** The language in which the columns are named. */
export function languageOf(columns: Columns): Language {
  const { gross } = findColumns(columns)
  return gross.name === 'Brutto' ? 'German' : gross.name === 'Avant commission' ? 'French' : 'English'
}
