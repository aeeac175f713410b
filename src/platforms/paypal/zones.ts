import { isZone, wallClock, type Moment } from '#domain/zone.ts'
import type { NumberOrder } from '../date-order.ts'
import { isoMoment } from '../moments.ts'

/** Offsets of the abbreviations that PayPal prints, as ISO 8601 writes them. */
const OFFSETS: Readonly<Record<string, string>> = {
  UTC: '+0000',
  GMT: '+0000',
  WET: '+0000',
  BST: '+0100',
  WEST: '+0100',
  CET: '+0100',
  MEZ: '+0100',
  CEST: '+0200',
  MESZ: '+0200',
  EET: '+0200',
  EEST: '+0300',
  SAST: '+0200',
  HKT: '+0800',
  SGT: '+0800',
  AWST: '+0800',
  JST: '+0900',
  ACST: '+0930',
  AEST: '+1000',
  ACDT: '+1030',
  AEDT: '+1100',
  NZST: '+1200',
  NZDT: '+1300',
  EDT: '-0400',
  EST: '-0500',
  CDT: '-0500',
  CST: '-0600',
  MDT: '-0600',
  MST: '-0700',
  PDT: '-0700',
  PST: '-0800',
  AKDT: '-0800',
  AKST: '-0900',
  HST: '-1000',
}

const MONTH_FIRST =
  /^((E|C|M|P|AK)[SD]T|HST|US\/.*|America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Indiana\/.*)|Pacific\/Honolulu)$/
const DAY_FIRST =
  /^(GMT|BST|WES?T|CES?T|ME(S)?Z|EES?T|SAST|IST|HKT|SGT|AWST|A[CE][SD]T|NZ[SD]T|(Europe|Africa|Australia)\/.*|Asia\/(Kolkata|Calcutta|Hong_Kong|Singapore|Kuala_Lumpur)|Pacific\/Auckland)$/

/** The order in which dates are written where a clock shows this zone, as far as that is sure. */
export function orderAt(zone: string): NumberOrder | undefined {
  if (MONTH_FIRST.test(zone)) return 'mdy'
  return DAY_FIRST.test(zone) ? 'dmy' : undefined
}

/** Turns wall times of named zones into instants; those of a zone that is not known stay wall times. */
export class Zones {
  readonly #clocks = new Map<string, ((wall: Moment) => Moment) | undefined>()

  instant(wall: Moment, zone: string): Moment {
    const offset = OFFSETS[zone] ?? /^(?:GMT|UTC)([+-]\d{2}:?\d{2})$/.exec(zone)?.[1]
    if (offset !== undefined) return isoMoment(`${wall} ${offset}`, 'wall') ?? wall
    return this.#clock(zone)?.(wall) ?? wall
  }

  #clock(zone: string): ((wall: Moment) => Moment) | undefined {
    if (!this.#clocks.has(zone)) this.#clocks.set(zone, /^[A-Z]\w+\/\w/.test(zone) && isZone(zone) ? wallClock(zone) : undefined)
    return this.#clocks.get(zone)
  }
}
