import { z } from 'zod'
import { Agreed, AgreedBody } from './agreed.ts'
import { BookId } from './book.ts'
import { KeptBuffer, NewScenario, Plans, Scenario } from './plan.ts'

const ofBook = z.object({ book: BookId })
const ofScenario = z.object({ book: BookId, scenario: z.coerce.number().int() })
const ofAgreed = z.object({ book: BookId, agreed: z.coerce.number().int() })

/** Shapes of the routes of what is kept, imagined and agreed. */
export const planRoutes = {
  plans: { summary: 'What is kept, planned and agreed, and what can be imagined otherwise', params: ofBook, answer: Plans },
  setBuffer: { summary: 'Say what is kept for poorer months', params: ofBook, body: KeptBuffer, answer: KeptBuffer },
  removeBuffer: { summary: 'Take back what was said of it', params: ofBook, answer: null },
  addScenario: { summary: 'Keep changes under a name', params: ofBook, body: NewScenario, answer: Scenario, status: 201 },
  setScenario: { summary: 'Rename a scenario, or change what is in it', params: ofScenario, body: NewScenario, answer: Scenario },
  removeScenario: { summary: 'Remove a scenario', params: ofScenario, answer: null },
  addAgreed: { summary: 'Enter income that is agreed and has not arrived', params: ofBook, body: AgreedBody, answer: Agreed, status: 201 },
  setAgreed: { summary: 'Change what is agreed, or say that it arrived', params: ofAgreed, body: AgreedBody, answer: Agreed },
  removeAgreed: { summary: 'Remove what is agreed', params: ofAgreed, answer: null },
} as const
