import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepPledge, tokenBehind, type KeptPledge } from './giving-store.ts'

const ID = '0123456789abcdef0123456789abcdef'
const TOKEN = 'AUOGYEpogrFx8CfKoh3pCpwT7HokJIvWaMmzhPBy0RooKnkocYlb5PE6WTf4u0S04Q'

const about = { address: 'obtool', title: 'Obtool', amount: 500, currency: 'EUR', rhythm: 'monthly', months: 1, way: 'stripe' } as const
const pledge: KeptPledge = { ...about, id: ID, token: TOKEN, made: '2026-01-03', fee: null, state: null, payments: [] }

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a pledge’s id opens it only in the browser that keeps its link', () => {
  expect(tokenBehind(ID)).toBeUndefined()
  keepPledge(pledge)
  expect(tokenBehind(ID)).toBe(TOKEN)
  expect(tokenBehind(ID.replace('0', 'f'))).toBeUndefined()
})

test('a token stands for itself', () => {
  expect(tokenBehind(TOKEN)).toBe(TOKEN)
  expect(tokenBehind('')).toBe('')
})
