import { useQuery } from '@tanstack/react-query'
import { useState, type DragEvent, type FormEvent } from 'react'
import { ApiError, q } from '#web/api/client.ts'
import { useSend } from '#web/api/use-send.ts'
import { filesOf, leaveFiles } from '#web/shell/dropped-files.ts'
import { Link } from '#web/shell/link.tsx'
import { to } from '#web/shell/path-builder.ts'
import { useRouter } from '#web/shell/router-context.ts'
import { Button } from '#web/ui/button.tsx'
import { CurrencyField } from '#web/ui/currency-field.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { knownLocale } from '#web/ui/locale.ts'
import { MoneyInput } from '#web/ui/money-input.tsx'
import { readMoney } from '#web/ui/read-money.ts'
import { guessCurrency } from './guess.ts'
import './first-start.css'

const locale = knownLocale(navigator.language)
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** Where no book is yet: one question, and three ways on. */
export function FirstStartPage() {
  const { navigate } = useRouter()
  const { data: books } = useQuery(q('books', {}))
  const [currency, setCurrency] = useState(() => guessCurrency(locale))
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  // Read anew with each currency: 2000 are other minor units in yen than in euros.
  const enough = readMoney(typed, locale, currency) ?? 0
  const create = useSend('createBook')
  const example = useSend('createExample')
  const busy = create.isPending || example.isPending

  const begin = async (path: string) => {
    await create.mutateAsync({ body: { homeCurrency: currency, zone, locale, ...(enough > 0 && { enough }) } })
    await navigate(path, { book: 'main' })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(enough <= 0)
    if (enough > 0) void begin(to.month())
  }
  const take = (files: readonly File[]) => {
    if (files.length === 0) return
    leaveFiles(files)
    void begin(to.import())
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void filesOf(event.dataTransfer).then(take)
  }
  const show = async () => {
    await example.mutateAsync({ body: { zone, locale } })
    await navigate(to.month(), { book: 'example' })
  }
  const failure = create.error ?? example.error

  return (
    <section className="first-start" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <title>Enough: many small incomes, one good-enough month</title>
      <p className="logo">
        <b aria-hidden="true">≥</b> enough
      </p>
      <h1 className="page-heading" tabIndex={-1}>
        What is enough for you in a month?
      </h1>
      <form className="first-question" onSubmit={submit} noValidate>
        <MoneyInput
          label="Enough in a month"
          hint="After fees, before income tax. A first guess will do; it can change at any month."
          error={missing && 'Write the amount that a month needs, or go on below without one.'}
          currency={currency}
          locale={locale}
          onChange={(_, text) => {
            setTyped(text)
            setMissing(false)
          }}
        />
        <CurrencyField value={currency} locale={locale} onChange={setCurrency} />
        <Button type="submit" disabled={busy}>
          Begin
        </Button>
      </form>
      {failure && (
        <p className="field-error" role="alert">
          {failure instanceof ApiError ? failure.problem.detail : failure.message}
        </p>
      )}
      <div className="first-ways">
        <div className="drop">
          <p className="drop-title">Drop your files</p>
          <p>
            Exports of GitHub Sponsors, Open Collective, Patreon, Stripe, PayPal and many more, of your bank or time tracker, or any CSV.
            They stay on this machine.
          </p>
          <FileButton onFiles={take} disabled={busy}>
            Choose files
          </FileButton>
        </div>
        <div className="drop example-way">
          <p className="drop-title">Only looking?</p>
          <p>A book of invented people: 6 ventures, 9 streams, 30 months. Gone again in one press.</p>
          <Button tone="quiet" onClick={() => void show()} disabled={busy}>
            {example.isPending ? 'Making it…' : 'Show me an example'}
          </Button>
        </div>
      </div>
      {books?.some((book) => book.id === 'example') && (
        <p className="hint">
          The example is still here:{' '}
          <Link to={to.month()} book="example">
            go back to it
          </Link>
          .
        </p>
      )}
    </section>
  )
}
