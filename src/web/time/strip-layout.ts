import type { Time } from '#contract/time.ts'
import { minutesIn } from '#domain/check-in.ts'
import type { Day } from '#domain/month.ts'

/** One block; all in percent of the picture, 0 at the top left. */
export interface Block {
  top: number
  height: number
}

export interface WeekBar {
  week: Day
  known: boolean
  /** Where the week's place begins, and how wide it and its bar are. */
  place: number
  x: number
  width: number
  basic: Block
  paid: Block
  care: Block
  /** Where basic work would be at its floor; null for a week that is not known. */
  floor: number | null
}

export interface Strip {
  bars: WeekBar[]
  /** Where basic work begins upwards and all other work downwards. */
  zero: number
  place: number
  /** Whole hours with a line, basic ones above 0. */
  marks: { hours: number; y: number }[]
}

/** Room between bars, as a share of a week's place. */
const GAP = 0.28
/** Hours between lines. */
const STEPS = [5, 10, 20, 40]
const MOST_MARKS = 7

/** Lays weeks side by side: basic work upwards, paid work downwards and its care below, on one scale. */
export function layOutStrip(weeks: Time['weeks'], floor: number): Strip {
  const floorOf = (week: Time['weeks'][number]) => (minutesIn(week) * floor) / 100
  const up = Math.max(60, ...weeks.map((week) => Math.max(week.basic, floorOf(week)))) * 1.04
  const down = Math.max(60, ...weeks.map(({ paid, care }) => paid + care)) * 1.04
  const scale = 100 / (up + down)
  const zero = up * scale
  const place = 100 / Math.max(1, weeks.length)
  const bars = weeks.map((week, i): WeekBar => {
    const [basic, paid, care] = [week.basic * scale, week.paid * scale, week.care * scale]
    return {
      week: week.week,
      known: week.known,
      place: i * place,
      x: (i + GAP / 2) * place,
      width: place * (1 - GAP),
      basic: { top: zero - basic, height: basic },
      paid: { top: zero, height: paid },
      care: { top: zero + paid, height: care },
      floor: week.known ? zero - floorOf(week) * scale : null,
    }
  })
  const step = STEPS.find((hours) => (up + down) / 60 / hours <= MOST_MARKS) ?? 80
  const marks = []
  for (let hours = step * Math.ceil(-down / 60 / step); hours * 60 <= up; hours += step) {
    if (hours !== 0) marks.push({ hours, y: zero - hours * 60 * scale })
  }
  return { bars, zero, place, marks }
}

/** The floor as one line with a step at each week, broken where a week is not known. */
export function floorPath({ bars, place }: Pick<Strip, 'bars' | 'place'>): string {
  let path = ''
  let open = false
  for (const bar of bars) {
    if (bar.floor !== null) path += `${open ? 'L' : 'M'}${bar.place} ${bar.floor}H${bar.place + place}`
    open = bar.floor !== null
  }
  return path
}
