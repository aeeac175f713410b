import { expect, test } from 'vitest'
import { folded } from './fold.ts'

test.each([
  ['Ålesund', 'alesund'],
  ['GROẞE Straße', 'grosse strasse'],
  ['Łódź', 'lodz'],
  ['Ærøskøbing', 'aeroskobing'],
  ['ﬁeld', 'field'],
  ['Ελλάδα', 'ελλαδα'],
])('%s is %s', (text, plain) => {
  expect(folded(text)).toBe(plain)
  expect(folded(plain)).toBe(plain)
})
