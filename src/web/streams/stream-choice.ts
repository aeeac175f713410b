import type { Destination } from '#contract/import.ts'
import type { Stream } from '#contract/stream.ts'
import type { Venture } from '#contract/venture.ts'
import type { Choice, ChoiceGroup } from '#web/ui/select-field.tsx'
import { streamTitle } from './stream-title.ts'

/** What stands in a form that asks for a stream; `new` opens the fields for a new one. */
export interface StreamChoice {
  stream: number | 'new' | null
  streamName: string
  venture: number | 'new'
  ventureName: string
}

/** What is missing, by field, as sentences. */
export interface ChoiceTrouble {
  stream?: string
  streamName?: string
  ventureName?: string
}

/** A form that begins with the given stream, else with the only one there is, else with a new one where there is none. */
export function startingChoice(streams: readonly Stream[], ventures: readonly Venture[], stream?: number | null): StreamChoice {
  const open = streams.filter((one) => !one.archived)
  const [only, ...others] = open
  const first = stream ?? (only && others.length === 0 ? only.id : null)
  return { stream: open.length === 0 ? 'new' : first, streamName: '', venture: ventures[0]?.id ?? 'new', ventureName: '' }
}

export function choiceTrouble(choice: StreamChoice): ChoiceTrouble {
  if (choice.stream === null) return { stream: 'Choose where this money comes from.' }
  if (choice.stream !== 'new') return {}
  return {
    ...(choice.streamName.trim() === '' && { streamName: 'Give the stream a name, such as the platform or the client.' }),
    ...(choice.venture === 'new' && choice.ventureName.trim() === '' && { ventureName: 'Give the venture a name: what you make or do.' }),
  }
}

/** The choice as an import takes it. */
export function destinationOf(choice: StreamChoice, account: string): Destination {
  if (typeof choice.stream === 'number') return { account, stream: choice.stream }
  const venture = choice.venture === 'new' ? { ventureName: choice.ventureName.trim() } : { venture: choice.venture }
  return { account, streamName: choice.streamName.trim(), ...venture }
}

/** Open streams under the name of their venture; `keep` stays in the list though it is archived. */
export function streamGroups(streams: readonly Stream[], keep?: number | null): ChoiceGroup[] {
  const groups = new Map<number, { label: string; choices: Choice[] }>()
  for (const stream of streams) {
    if (stream.archived && stream.id !== keep) continue
    const group = groups.get(stream.venture) ?? { label: stream.ventureName, choices: [] }
    group.choices.push({ value: String(stream.id), label: streamTitle(stream) })
    groups.set(stream.venture, group)
  }
  return [...groups.values()]
}
