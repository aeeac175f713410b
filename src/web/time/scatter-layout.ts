/** A venture in the picture: both values from 0 to 1 of their axis, 0 at the left and at the bottom. */
export interface Placed {
  key: number
  x: number
  y: number
  /** What it brings; the largest has the largest mark. */
  size: number
  /** As it stands beside the mark. */
  label: string
}

export interface Mark {
  key: number
  /** Middle of the mark in CSS pixels, 0 at the top left. */
  left: number
  top: number
  /** Width of the mark; never under what a finger can meet. */
  width: number
  /** Where the label stands. */
  side: 'right' | 'left' | 'above' | 'below'
}

/** Smallest and largest mark, and the largest where labels have little room. WCAG 2.5.8 asks for 24. */
const MARK = { least: 24, most: 44, mostNarrow: 32 }
/** Under this width labels have little room. */
export const NARROW = 460
/** Width and height that a label takes, about. */
const LETTER = 7.2
const LINE = 18
const GAP = 7
/** A label that is cut is worse than one that meets others. */
const OUTSIDE = 100
const SIDES: readonly Mark['side'][] = ['right', 'left', 'above', 'below']

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Above and below the marks stand the names of the fields. */
const EDGE = 24
/** So far the names themselves reach. */
const NAMES = 20

/** Places marks with an area by their size, and each label on the side where it meets the fewest others, right before left. */
export function layOutScatter(placed: readonly Placed[], { width, height }: { width: number; height: number }): Mark[] {
  const largest = Math.max(1, ...placed.map(({ size }) => size))
  const most = width < NARROW ? MARK.mostNarrow : MARK.most
  const marks = placed.map(({ key, x, y, size }) => {
    const wide = Math.max(MARK.least, Math.round(most * Math.sqrt(Math.max(0, size) / largest)))
    return {
      key,
      left: inside(x * width, wide, width),
      top: EDGE + inside((1 - y) * (height - 2 * EDGE), wide, height - 2 * EDGE),
      width: wide,
    }
  })
  const taken = marks.map(markBox)
  return marks.map((mark, i): Mark => {
    const letters = placed[i]?.label.length ?? 0
    const others = taken.filter((_, at) => at !== i)
    const trouble = (side: Mark['side']) => {
      const box = labelBox(mark, side, letters)
      const out = box.left < 0 || box.right > width || box.top < NAMES || box.bottom > height - NAMES
      return others.filter((other) => meet(box, other)).length + (out ? OUTSIDE : 0)
    }
    const side = SIDES.toSorted((a, b) => trouble(a) - trouble(b))[0] ?? 'right'
    taken.push(labelBox(mark, side, letters))
    return { ...mark, side }
  })
}

/** Moves a middle so that the mark stands within the picture. */
function inside(middle: number, wide: number, length: number): number {
  return Math.min(Math.max(middle, wide / 2), Math.max(wide / 2, length - wide / 2))
}

function markBox({ left, top, width }: Omit<Mark, 'side'>): Box {
  return { left: left - width / 2, right: left + width / 2, top: top - width / 2, bottom: top + width / 2 }
}

/** Where a label on one side of its mark lies. */
export function labelBox({ left, top, width }: Omit<Mark, 'side'>, side: Mark['side'], letters: number): Box {
  const [long, away] = [letters * LETTER, width / 2 + GAP]
  if (side === 'right') return { left: left + away, right: left + away + long, top: top - LINE / 2, bottom: top + LINE / 2 }
  if (side === 'left') return { left: left - away - long, right: left - away, top: top - LINE / 2, bottom: top + LINE / 2 }
  const [from, to] = side === 'above' ? [top - away - LINE, top - away] : [top + away, top + away + LINE]
  return { left: left - long / 2, right: left + long / 2, top: from, bottom: to }
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
