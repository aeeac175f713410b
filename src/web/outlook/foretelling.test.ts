import { expect, test } from 'vitest'
import { foretell, type Foretold, type ForetellQuestion } from '#domain/foretell.ts'
import { createForetelling, type Drawer } from './foretelling.ts'

const question = (net: number): ForetellQuestion => ({
  streams: [{ kind: 'service', net: [net, net, net] }],
  first: '2026-01',
  enough: null,
  recalibration: 1_000,
  horizon: 2,
})

/** A worker in the same thread, that counts what it is asked and can be made to fail. */
function drawers() {
  const asked: number[] = []
  const failing: (() => void)[] = []
  const make = (): Drawer<ForetellQuestion, Foretold> => {
    let tell: (event: { data: { id: number; told: Foretold } }) => void = () => {}
    return {
      postMessage({ id, question: one }) {
        asked.push(id)
        queueMicrotask(() => tell({ data: { id, told: foretell(one) } }))
      },
      addEventListener(type: string, listener: never) {
        if (type === 'message') tell = listener
        else failing.push(listener)
      },
    }
  }
  return { make, asked, fail: () => failing.at(-1)?.() }
}

test('the same question is drawn once, another one anew', async () => {
  const { make, asked } = drawers()
  const ask = createForetelling(make)
  expect(await ask(question(5))).toEqual(foretell(question(5)))
  expect(await ask(question(5))).toEqual(foretell(question(5)))
  expect(asked).toHaveLength(1)
  expect(await Promise.all([ask(question(6)), ask(question(7))])).toEqual([foretell(question(6)), foretell(question(7))])
  expect(asked).toHaveLength(3)
})

test('when the worker ends what was asked is refused, and can be asked again', async () => {
  const { make, fail } = drawers()
  const ask = createForetelling(make)
  const lost = ask(question(5))
  fail()
  await expect(lost).rejects.toThrow('Failed to draw')
  expect(await ask(question(5))).toEqual(foretell(question(5)))
})
