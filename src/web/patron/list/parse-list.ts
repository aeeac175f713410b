import { isCurrency } from '#domain/currency.ts'
import { isCreditorReference } from '#domain/creditor-reference.ts'
import type { Minor } from '#domain/money.ts'
import { isDay } from '#domain/month.ts'
import type { Fee } from '#domain/publication.ts'
import type { Announced, Approval, ApprovedLine, MadeFile } from './approval.ts'
import type { KeptList, KeptUse, ListLine, Paper, TypedAccount } from './kept-list.ts'

/** Beyond this many minor units an amount is a slip. */
const MOST: Minor = 99_999_999_999
const LONGEST = 2000

type Fields = Record<string, unknown>

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, LONGEST) : ''
}

function orNull<T>(value: unknown, read: (value: unknown) => T | undefined): T | null {
  return value === null || value === undefined ? null : (read(value) ?? null)
}

function whole(value: unknown): number | undefined {
  // JSON can say −0, which is no other amount.
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST ? Math.abs(value) : undefined
}

function listOf<T>(value: unknown, read: (fields: Fields) => T | undefined): T[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => {
    const fields = fieldsOf(item)
    return (fields && read(fields)) ?? []
  })
}

/** Only what a page may be reached at: a file could bring any link along. */
function address(value: unknown): string | undefined {
  const url = text(value)
  return /^https?:\/\//.test(url) || /^(?!\/\/)[^:]*$/.test(url) ? url : undefined
}

function listedOf(fields: Fields): Omit<ListLine, 'set' | 'typed'> | undefined {
  const url = address(fields['url'])
  const title = text(fields['title'])
  if (!url || title === '') return undefined
  const currency = text(fields['currency'])
  const origin = text(fields['origin'])
  return {
    address: text(fields['address']),
    url,
    title,
    currency: isCurrency(currency) ? currency : null,
    origin: origin === '' ? null : origin,
  }
}

function typedOf(value: unknown): TypedAccount | undefined {
  const fields = fieldsOf(value)
  return fields && { holder: text(fields['holder']), iban: text(fields['iban']), bic: text(fields['bic']) }
}

function lineOf(fields: Fields): ListLine | undefined {
  const listed = listedOf(fields)
  return listed && { ...listed, set: orNull(fields['set'], whole), typed: orNull(fields['typed'], typedOf) }
}

function useOf(value: unknown): KeptUse | undefined {
  const fields = fieldsOf(value)
  const weights = fieldsOf(fields?.['weights'])
  if (!fields || !weights) return undefined
  const files = Array.isArray(fields['files']) ? fields['files'].map(text) : []
  const known = Object.entries(weights).flatMap(([name, weight]) => (whole(weight) === undefined ? [] : [[name, Number(weight)] as const]))
  return { files, packages: whole(fields['packages']) ?? 0, weights: Object.fromEntries(known) }
}

function paperOf(value: unknown): Paper {
  const fields = fieldsOf(value) ?? {}
  const [organisation, iban, bic, vatNumber, purchaseOrder] = ['organisation', 'iban', 'bic', 'vatNumber', 'purchaseOrder'].map((key) =>
    text(fields[key]),
  ) as [string, string, string, string, string]
  const said = { by: text(fields['by']), purpose: text(fields['purpose']), developers: text(fields['developers']) }
  return { organisation, iban, bic, vatNumber, purchaseOrder, ...said, bankFee: whole(fields['bankFee']) ?? 0 }
}

function feeOf(value: unknown): Fee {
  const fields = fieldsOf(value) ?? {}
  return { fixed: whole(fields['fixed']) ?? 0, basisPoints: Math.min(whole(fields['basisPoints']) ?? 0, 10_000) }
}

function announcedOf(value: unknown): Announced | undefined {
  const fields = fieldsOf(value)
  if (!fields || text(fields['id']) === '') return undefined
  return { id: text(fields['id']), token: text(fields['token']), recipientToken: text(fields['recipientToken']) || null }
}

function elsewhereOf(value: unknown): ApprovedLine['elsewhere'] | undefined {
  const fields = fieldsOf(value)
  const url = address(fields?.['url'])
  return fields && url !== undefined ? { name: text(fields['name']), url } : undefined
}

function approvedLineOf(fields: Fields): ApprovedLine | undefined {
  const listed = listedOf(fields)
  const amount = whole(fields['amount'])
  const reference = text(fields['reference'])
  if (!listed || amount === undefined || !isCreditorReference(reference)) return undefined
  const { currency: _, ...named } = listed
  return {
    ...named,
    what: text(fields['what']),
    amount,
    holder: text(fields['holder']),
    iban: text(fields['iban']),
    bic: text(fields['bic']),
    elsewhere: orNull(fields['elsewhere'], elsewhereOf),
    fee: feeOf(fields['fee']),
    ibanBefore: text(fields['ibanBefore']) || null,
    confirmed: fields['confirmed'] === true,
    reference,
    announced: orNull(fields['announced'], announcedOf),
  }
}

function fileOf(fields: Fields): MadeFile | undefined {
  const execution = text(fields['execution'])
  const sum = whole(fields['sum'])
  if (!isDay(execution) || sum === undefined) return undefined
  return { at: text(fields['at']), execution, messageId: text(fields['messageId']), sum }
}

function approvalOf(fields: Fields): Approval | undefined {
  const [id, day, first, currency] = [text(fields['id']), text(fields['day']), text(fields['first']), text(fields['currency'])]
  const lines = listOf(fields['lines'], approvedLineOf)
  const all = Array.isArray(fields['lines']) ? fields['lines'].length : 0
  // An approval is one whole: where a line of it cannot be read, it says nothing any more.
  if (!/^[0-9a-f]{32}$/.test(id) || !isDay(day) || !isDay(first) || !isCurrency(currency) || lines.length !== all) return undefined
  const { developers: _, ...paper } = paperOf(fields)
  return {
    ...paper,
    id,
    at: text(fields['at']),
    day,
    first,
    currency,
    rhythm: fields['rhythm'] === 'yearly' ? 'yearly' : 'monthly',
    developers: orNull(fields['developers'], whole),
    lines,
    files: listOf(fields['files'], fileOf),
  }
}

/** A value as a list, each part checked and what cannot be read left out; undefined for what is no list of version 1. */
export function parsedList(value: unknown, empty: KeptList): KeptList | undefined {
  const fields = fieldsOf(value)
  if (!fields || fields['version'] !== 1) return undefined
  const currency = text(fields['currency'])
  const lines = listOf(fields['lines'], lineOf)
  const split = fields['split']
  return {
    version: 1,
    currency: isCurrency(currency) ? currency : empty.currency,
    sum: whole(fields['sum']) ?? empty.sum,
    rhythm: fields['rhythm'] === 'yearly' ? 'yearly' : 'monthly',
    split: split === 'need' || split === 'use' ? split : 'equal',
    use: orNull(fields['use'], useOf),
    lines: [...new Map(lines.map((line) => [line.url, line])).values()],
    paper: paperOf(fields['paper']),
    approvals: listOf(fields['approvals'], approvalOf),
  }
}
