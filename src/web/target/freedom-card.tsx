import { useQuery } from '@tanstack/react-query'
import type { Outlook } from '#contract/outlook.ts'
import type { JobOffer } from '#contract/tax.ts'
import type { Time } from '#contract/time.ts'
import { presetOf } from '#domain/tax-preset.ts'
import type { TargetPlan } from '#domain/target-plan.ts'
import type { TaxModel } from '#domain/gross-up.ts'
import { taxRuleOf } from '#domain/set-aside.ts'
import { monthOf } from '#domain/month.ts'
import { q } from '#web/api/client.ts'
import { BarRows } from '#web/patrons/bar-rows.tsx'
import { How } from '#web/figures/how.tsx'
import { useBook, useFormat } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Format } from '#web/ui/format.ts'
import { hueOf, OTHER } from '#web/ui/hues.ts'
import { freedomFigure } from './freedom-figure.ts'
import {
  basicMinutes,
  freedomOf,
  knownWeeks,
  freedomSentence,
  LEAST_FREE_MONTHS,
  ownModel,
  ownTakeHome,
  presetOffer,
  type Freedom,
} from './freedom.ts'
import { JobForm } from './job-form.tsx'
import '#web/patrons/patrons.css'
import { pastMonths } from './past-months.ts'

const TITLE = 'Which job does your month equal?'

/** A usual month as a wage, and what being free of one costs. */
export function FreedomCard({ plan }: { plan: TargetPlan | undefined }) {
  const book = useBook()
  const { data: outlook, error: one } = useQuery(q('outlook', { book: book.id }))
  const { data: tax, error: two } = useQuery(q('tax', { book: book.id }))
  const { data: time, error: three } = useQuery(q('time', { book: book.id }))
  const { data: said, error: four } = useQuery(q('jobOffer', { book: book.id }))
  const error = one ?? two ?? three ?? four
  if (error) throw error
  if (!outlook || !tax || !time || !said)
    return (
      <Card title={TITLE} className="span-6 target-waiting">
        {null}
      </Card>
    )
  const model = ownModel(plan, taxRuleOf(tax.rules, monthOf(book.today))?.rate)
  const { nets } = pastMonths(outlook)
  if (!model || nets.length < LEAST_FREE_MONTHS) {
    return (
      <Card title={TITLE} className="span-6">
        <p>
          {model
            ? `Too early to say: it looks at full months, from ${LEAST_FREE_MONTHS} on.`
            : 'It takes what income tax leaves you: work your target out from what you need, or say below what share is put aside for tax.'}
        </p>
      </Card>
    )
  }
  return <Told plan={plan} model={model} outlook={outlook} time={time} said={said.offer} />
}

interface ToldProps {
  plan: TargetPlan | undefined
  model: TaxModel
  outlook: Outlook
  time: Time
  said: JobOffer | null
}

function Told({ plan, model, outlook, time, said }: ToldProps) {
  const book = useBook()
  const format = useFormat()
  const preset = presetOf(plan?.kind === 'needs' ? plan.preset : 'generic')
  const offer = said ?? presetOffer(preset.id, book.homeCurrency)
  const { months, nets } = pastMonths(outlook)
  const known = basicMinutes(time)
  const minutes = offer.minutes ?? known
  const freedom = freedomOf(ownTakeHome(nets, plan, model), offer, minutes)
  const { own, wage, job } = freedom
  const weeks = offer.minutes === null && known !== null ? knownWeeks(time) : []
  const facts = { months, nets, freedom, offer, model, plan, minutes, weeks, preset: said ? undefined : preset.name }
  const equals = wage === null ? 'Your months leave nothing after tax.' : `Your month equals a job of ${format.money(wage)} gross.`
  const answer = [equals, freedomSentence(freedom, minutes, format)].filter((part) => part !== undefined).join(' ')
  const rows = [
    { key: 'own', label: 'You', from: 0, to: own, value: format.money(own), hue: hueOf(0) },
    ...(job ? [{ key: 'job', label: 'The job', from: 0, to: job.takeHome, value: format.money(job.takeHome), hue: OTHER }] : []),
  ]
  return (
    <ChartFigure
      className="span-6 freedom"
      title={TITLE}
      summary={`Taken home in a month, mean of the last ${format.count(nets.length)} full months; cash, net, less tax and health cover.`}
      before={<p className="ladder-answer">{answer}</p>}
      after={
        <>
          {job && <Besides besides={job.besides} format={format} />}
          <How figure={() => freedomFigure(facts, format)} />
          <JobForm key={JSON.stringify(offer)} offer={offer} said={said !== null} known={known} />
        </>
      }
      table={<FreedomTable freedom={freedom} format={format} />}
    >
      <BarRows says={answer} rows={rows} />
    </ChartFigure>
  )
}

function Besides({ besides, format }: { besides: NonNullable<Freedom['job']>['besides']; format: Format }) {
  const parts = [
    besides.premium > 0 ? `${format.money(besides.premium)} of a health premium` : '',
    besides.pension > 0 ? `${format.money(besides.pension)} into a pension` : '',
    besides.leave > 0 ? `${format.money(besides.leave)} as paid leave` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : <p>And they would pay you, a month: {format.list(parts)}.</p>
}

function FreedomTable({ freedom, format }: { freedom: Freedom; format: Format }) {
  const { own, wage, job } = freedom
  const rows = [
    { name: 'You take home', amount: own },
    ...(wage === null ? [] : [{ name: 'A wage that leaves as much', amount: wage }]),
    ...(job
      ? [
          { name: 'The job leaves', amount: job.takeHome },
          { name: 'Besides: health premium', amount: job.besides.premium },
          { name: 'Besides: pension', amount: job.besides.pension },
          { name: 'Besides: paid leave', amount: job.besides.leave },
        ]
      : []),
  ]
  return (
    <DataTable
      caption="A month of yours beside a job"
      columns={[
        { key: 'name', heading: 'What', names: true, cell: ({ name }: (typeof rows)[number]) => name },
        { key: 'amount', heading: 'A month', align: 'number', cell: ({ amount }) => format.exact(amount) },
      ]}
      rows={rows}
      rowKey={({ name }) => name}
    />
  )
}
