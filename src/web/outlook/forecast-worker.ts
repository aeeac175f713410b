import { foretell } from '#domain/foretell.ts'
import { outlook, rememberedDraws } from '#domain/outlook.ts'
import type { Asked } from './foretelling.ts'

const draws = rememberedDraws()

/** Draws off the page's own thread, so that it never waits. Each message is a number and a question; the answer bears the number. */
self.addEventListener('message', ({ data: { id, question } }: MessageEvent<{ id: number; question: Asked }>) => {
  const told = 'next' in question ? foretell(question.next) : outlook(question.year, draws)
  self.postMessage({ id, told }, { transfer: [] })
})
