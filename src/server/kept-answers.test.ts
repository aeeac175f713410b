import { expect, test } from 'vitest'
import { testApp } from './app-fixture.ts'
import { keepAnswers } from './kept-answers.ts'

test('an answer is kept as long as its book stays as it is, question by question', async () => {
  const app = await testApp()
  await app.ask('createExample', { body: { zone: 'Europe/Berlin', locale: 'en' } })
  const params = { book: 'example' }
  const { storage } = app
  const book = (await storage.book('example')) ?? expect.unreachable('the example is there')
  let asked = 0
  const kept = keepAnswers<number>()
  const ask = (question: string) => kept(storage, book, { question, answer: async () => (asked += 1) })
  expect([await ask('March'), await ask('April'), await ask('March')]).toEqual([1, 2, 1])
  const [stream] = await app.ask('streams', { params })
  await app.ask('addEntry', { params, body: { stream: stream?.id ?? 0, day: '2024-05-03', amount: 100, currency: 'EUR' } })
  expect([await ask('March'), await ask('March')]).toEqual([3, 3])
})

test('of a book without months nothing is kept: all of them have the same list', async () => {
  const app = await testApp()
  const { storage } = app
  await app.createBook()
  const book = (await storage.book('main')) ?? expect.unreachable('it was just made')
  let asked = 0
  const kept = keepAnswers<number>()
  const ask = () => kept(storage, book, { question: '', answer: async () => (asked += 1) })
  expect([await ask(), await ask()]).toEqual([1, 2])
})
