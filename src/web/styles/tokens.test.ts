import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.split('@media')[0]!.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
)

function colour(name: string, scheme: 'light' | 'dark'): number[] {
  const hex = tokens.get(name)?.[scheme]
  if (!hex) throw new Error(`tokens.css has no colour --${name}`)
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(rgb: number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string, scheme: 'light' | 'dark'): number {
  const [low = 0, high = 0] = [luminance(colour(one, scheme)), luminance(colour(other, scheme))].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const schemes = ['light', 'dark'] as const

test.each(schemes)('text has a contrast of 4.5 on every ground, %s', (scheme) => {
  for (const text of ['ink', 'ink-2', 'enough']) {
    for (const ground of ['paper', 'card', 'wash']) {
      expect(contrast(text, ground, scheme), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})

test.each(schemes)('hues, lines and edges of controls have a contrast of 3 on cards, %s', (scheme) => {
  for (const name of [
    'hue-1',
    'hue-2',
    'hue-3',
    'hue-4',
    'hue-other',
    'edge-1',
    'edge-2',
    'edge-3',
    'edge-4',
    'edge-other',
    'edge',
    'enough',
  ]) {
    expect(contrast(name, 'card', scheme), name).toBeGreaterThanOrEqual(3)
  }
})

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const SIGHTS: Record<string, number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
}

/** OKLab of a colour as it is seen, times 100. https://bottosson.github.io/posts/oklab/ */
function seen(rgb: number[], sight: number[]): number[] {
  const linear = rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  const times = (m: number[], v: number[]) => [0, 3, 6].map((row) => v.reduce((sum, part, i) => sum + (m[row + i] ?? 0) * part, 0))
  const lms = times(
    [0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376, 0.6299787005],
    times(sight, linear).map((part) => Math.min(Math.max(part, 0), 1)),
  )
  return times(
    [0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662, -0.808675766],
    lms.map(Math.cbrt),
  ).map((part) => part * 100)
}

test.each(schemes)('the four hues and Other are told apart in four kinds of sight, %s', (scheme) => {
  const names = ['hue-1', 'hue-2', 'hue-3', 'hue-4', 'hue-other']
  for (const [kind, sight] of Object.entries(SIGHTS)) {
    for (const [i, one] of names.entries()) {
      for (const other of names.slice(i + 1)) {
        const a = seen(colour(one, scheme), sight)
        const b = seen(colour(other, scheme), sight)
        expect(Math.hypot(...a.map((part, at) => part - (b[at] ?? 0))), `${one} and ${other}, ${kind}`).toBeGreaterThanOrEqual(9)
      }
    }
  }
})
