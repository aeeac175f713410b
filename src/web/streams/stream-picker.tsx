import type { Stream } from '#contract/stream.ts'
import type { Venture } from '#contract/venture.ts'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { streamGroups, type ChoiceTrouble, type StreamChoice } from './stream-choice.ts'

interface StreamPickerProps {
  label: string
  choice: StreamChoice
  onChange: (choice: StreamChoice) => void
  streams: readonly Stream[]
  ventures: readonly Venture[]
  trouble?: ChoiceTrouble
}

/** Asks which stream money belongs to: one that is there, or a new one of a venture that is there or new. */
export function StreamPicker({ label, choice, onChange, streams, ventures, trouble = {} }: StreamPickerProps) {
  const { stream, streamName, venture, ventureName } = choice
  const kept = typeof stream === 'number' ? stream : null
  const plain = [...(stream === null ? [{ value: '', label: 'Choose…' }] : []), { value: 'new', label: 'A new stream…' }]
  const pick = (value: string) => onChange({ ...choice, stream: value === 'new' ? 'new' : value === '' ? null : Number(value) })
  const open = ventures.filter((one) => !one.archived)
  return (
    <>
      <SelectField
        label={label}
        error={trouble.stream}
        value={stream === null ? '' : String(stream)}
        onChange={pick}
        choices={plain}
        groups={streamGroups(streams, kept)}
      />
      {stream === 'new' && (
        <div className="field-row">
          <SelectField
            label="Venture"
            hint="Something you make or do."
            value={String(venture)}
            onChange={(value) => onChange({ ...choice, venture: value === 'new' ? 'new' : Number(value) })}
            choices={[{ value: 'new', label: 'A new venture…' }, ...open.map(({ id, name }) => ({ value: String(id), label: name }))]}
          />
          {venture === 'new' && (
            <TextField
              label="Name of the venture"
              error={trouble.ventureName}
              value={ventureName}
              maxLength={80}
              onChange={(name) => onChange({ ...choice, ventureName: name })}
            />
          )}
          <TextField
            label="Name of the stream"
            hint="Where its money comes from: a platform, a client, a shop."
            error={trouble.streamName}
            value={streamName}
            maxLength={80}
            onChange={(name) => onChange({ ...choice, streamName: name })}
          />
        </div>
      )}
    </>
  )
}
