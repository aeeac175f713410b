import { payPageAt, payPages } from '#domain/pay-pages.ts'
import { SelectField } from '#web/ui/select-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useEditing } from './editing.ts'
import { FeeFields } from './fee-fields.tsx'
import { feeFormOf, type WayForm } from './form.ts'

type PageWayForm = Extract<WayForm, { kind: 'page' }>

interface PageWayFieldsProps {
  way: PageWayForm
  place: string
  onChange: (way: PageWayForm) => void
}

const OTHER = 'other'
const choices = [...payPages.map(({ name }) => ({ value: name, label: name })), { value: OTHER, label: 'Another one' }]
const beginOf = (at: string) => at.replace('{}', '')

/** A page that the owner has elsewhere; a known platform brings the beginning of its address and its usual fee. */
export function PageWayFields({ way, place, onChange }: PageWayFieldsProps) {
  const { error, typing } = useEditing()
  const known = payPages.find(({ name }) => name === way.platform)
  const choose = (value: string) => {
    const preset = payPages.find(({ name }) => name === value)
    if (!preset) return onChange({ ...way, platform: '' })
    const untouched = way.url === '' || payPages.some(({ at }) => beginOf(at) === way.url)
    onChange({ ...way, platform: preset.name, url: untouched ? beginOf(preset.at) : way.url, fee: feeFormOf(preset.fee, typing) })
  }
  const write = (url: string) => {
    // An address that is pasted says by itself where it belongs.
    const page = way.platform === '' ? payPageAt(url)?.page : undefined
    onChange({ ...way, url, ...(page && { platform: page.name, fee: feeFormOf(page.fee, typing) }) })
  }
  return (
    <>
      <div className="field-row">
        <SelectField label="Platform" choices={choices} value={known?.name ?? OTHER} onChange={choose} />
        {!known && (
          <TextField
            label="Its name"
            maxLength={40}
            error={error(`${place}.platform`)}
            value={way.platform}
            onChange={(platform) => onChange({ ...way, platform })}
          />
        )}
      </div>
      <TextField label="Address of your page there" type="url" error={error(`${place}.url`)} value={way.url} onChange={write} />
      <FeeFields fee={way.fee} place={`${place}.fee`} onChange={(fee) => onChange({ ...way, fee })} />
      {known && <p className="hint">The usual fee: {known.source}.</p>}
    </>
  )
}
