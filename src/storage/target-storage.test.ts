import { describe, expect, test } from 'vitest'
import type { JobOffer } from '#domain/salary.ts'
import type { TaxRule } from '#domain/set-aside.ts'
import { FIRST_SPLIT } from '#domain/splitter.ts'
import { levelsOfPlan, type NeedsPlan } from '#domain/target-plan.ts'
import { BOOK, bookFile, drivers, importLines, linesOf, opened, payment } from './storage-fixture.ts'
import type { Storage } from './storage.ts'

const plan: NeedsPlan = {
  kind: 'needs',
  needs: [
    { text: 'Rent', amount: 900_00, level: 'bare', per: 'month' },
    { text: 'Holiday', amount: 1_200_00, level: 'enough', per: 'year', benefit: 'holiday', days: 20 },
  ],
  model: { shape: 'us', tax: 1_200, monthsOff: 125, fee: 600, pension: 500, costs: 100_00 },
  preset: 'us',
}
const rule = (from: string, stream?: number): TaxRule => {
  const periods = [{ start: 1, dueMonth: 12, dueDay: 31 }]
  return { from, rate: 2_500, streams: stream === undefined ? [] : [{ stream, rate: 0 }], periods, preset: 'generic' }
}
const offer: JobOffer = {
  wage: null,
  social: 765,
  tax: 1_200,
  premium: 120_00,
  employer: { premium: 0, pension: 300, leave: 125 },
  minutes: 3_720,
}

async function filled(storage: Storage): Promise<number> {
  const { stream } = await importLines(storage, [payment('a')])
  await storage.write(BOOK, async (writer) => {
    await writer.setTarget('2026-01', levelsOfPlan(plan))
    await writer.setTargetPlan('2026-01', plan)
    await writer.setTaxRule(rule('2026-07', stream))
    await writer.setTaxRule(rule('2026-01'))
    await writer.setPutAside({ month: '2026-01', amount: 250_00 })
    await writer.setJobOffer(offer)
  })
  return stream
}

for (const [name, open] of drivers) {
  describe(`${name}: what is said around targets`, () => {
    test('shares by which a month is split are kept in the fifth form, come back to the byte, and must make a whole', async () => {
      const storage = await opened(open)
      await importLines(storage, [payment('a')])
      const plain = await bookFile(storage)
      await storage.write(BOOK, (writer) => writer.setSplitter(FIRST_SPLIT))
      expect(await storage.splitter(BOOK)).toEqual(FIRST_SPLIT)
      const file = await bookFile(storage)
      expect(JSON.parse(file.split('\n')[0] ?? '')).toMatchObject({ version: 5 })
      await storage.restore('split', linesOf(file))
      expect(await bookFile(storage, 'split')).toBe(file)
      await expect(storage.restore('half', linesOf(file.replace('"share":5000', '"share":4000')))).rejects.toThrow(
        'splitter that can be kept',
      )
      await storage.write(BOOK, (writer) => writer.setSplitter(null))
      expect(await bookFile(storage)).toBe(plain)
    })

    test('is kept by month and taken back; nothing put aside is no fact', async () => {
      const storage = await opened(open)
      const before = await bookFile(storage)
      const stream = await filled(storage)
      expect(await storage.targetPlans(BOOK)).toEqual([{ from: '2026-01', plan }])
      expect(await storage.taxRules(BOOK)).toEqual([rule('2026-01'), rule('2026-07', stream)])
      expect(await storage.putAside(BOOK)).toEqual([{ month: '2026-01', amount: 250_00 }])
      expect(await storage.jobOffer(BOOK)).toEqual(offer)
      const made = (await storage.imports(BOOK)).map(({ id }) => id)
      await storage.write(BOOK, async (writer) => {
        await writer.setTargetPlan('2026-01', null)
        await writer.removeTarget('2026-01')
        for (const from of ['2026-01', '2026-07']) await writer.removeTaxRule(from)
        await writer.setPutAside({ month: '2026-01', amount: 0 })
        await writer.setJobOffer(null)
        await writer.undo(made)
      })
      expect(await bookFile(storage)).toBe(before)
      await storage.close()
    })

    test('comes back from a book file, byte for byte; what cannot be is refused', async () => {
      const storage = await opened(open)
      await filled(storage)
      const file = await bookFile(storage)
      expect(file).toContain('"version":4')
      await storage.restore('other', linesOf(file))
      expect(await bookFile(storage, 'other')).toBe(file)
      const wrongs = [
        file.replace('"rate":2500', '"rate":25000'),
        file.replace('"tax":1200,', '"tax":9900,'),
        file.replace('"benefit":"holiday"', '"benefit":"yacht"'),
        file.replace('"periods":[{"', '"periods":[],"x":[{"'),
        file.replace(/"stream":\d+\}\]/, '"stream":99}]'),
        file.replace('"social":765', '"social":9000'),
      ]
      for (const wrong of wrongs) {
        expect(wrong).not.toBe(file)
        await expect(storage.restore('third', linesOf(wrong))).rejects.toThrow('Failed to restore')
      }
      await storage.close()
    })

    test('a stream with a rate of its own stays when its only import is undone, and all amounts follow the home currency', async () => {
      const storage = await opened(open)
      await filled(storage)
      const made = (await storage.imports(BOOK)).map(({ id }) => id)
      await storage.write(BOOK, (writer) => writer.undo(made))
      expect(await storage.streams(BOOK)).toHaveLength(1)
      await storage.write(BOOK, (writer) => writer.changeBook({ homeCurrency: 'JPY' }))
      const [{ plan: told } = { plan: undefined }] = await storage.targetPlans(BOOK)
      const [{ amount } = { amount: 0 }] = await storage.putAside(BOOK)
      expect(amount).toBeGreaterThan(250 * 50)
      expect(told?.kind === 'needs' && told.needs[0]?.amount).toBeGreaterThan(900 * 50)
      expect((await storage.jobOffer(BOOK))?.premium).toBeGreaterThan(120 * 50)
      await storage.close()
    })
  })
}
