import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Outlook } from '#contract/outlook.ts'
import type { Stream } from '#contract/stream.ts'
import type { Time } from '#contract/time.ts'
import type { KeepOrDrop, KeepQuestion } from '#domain/keep-or-drop.ts'
import { q } from '#web/api/client.ts'
import { How } from '#web/figures/how.tsx'
import { questionOf } from '#web/outlook/count-on-words.ts'
import { useBook } from '#web/shell/book.ts'
import { Card } from '#web/ui/card.tsx'
import { ChartFigure } from '#web/ui/chart-figure.tsx'
import type { Format } from '#web/ui/format.ts'
import { JoyChoice } from './joy-choice.tsx'
import { KeepScatter } from './keep-scatter.tsx'
import { KeepTable } from './keep-table.tsx'
import { keepFigure } from './keep-figure.ts'
import { keepRows, keepTag, keepTrouble, likeSentence, overallRate, stopSentence, type KeepRow } from './keep-words.ts'
import { keepOrDropInWorker } from './reckoning.ts'

interface KeepCardProps {
  time: Time
  format: Format
}

const TITLE = 'Keep or drop?'

/** What each venture brings for an hour and how far it can be counted on, and how the book would stand without it. */
export function KeepCard({ time, format }: KeepCardProps) {
  const book = useBook()
  const { data: outlook, error: noOutlook } = useQuery(q('outlook', { book: book.id }))
  const { data: streams, error: noStreams } = useQuery(q('streams', { book: book.id }))
  const question = outlook && streams && keepQuestion(outlook, streams)
  const { data: told, error } = useQuery({
    queryKey: ['keep or drop', question],
    queryFn: () => keepOrDropInWorker(question ?? NOTHING),
    enabled: question !== undefined,
    staleTime: Infinity,
  })
  const trouble = error ?? noOutlook ?? noStreams
  if (trouble) throw trouble
  const rows = told ? keepRows(told, time) : []
  const missing = told ? keepTrouble(rows, told) : 'Drawing what may come.'
  if (!told || !question || !outlook || missing !== undefined) {
    return (
      <Card className={told ? 'span-12' : 'span-12 is-drawing'} title={TITLE}>
        <p className="answer">{missing}</p>
      </Card>
    )
  }
  return <Told told={told} rows={rows} question={question} streams={outlook.streams} time={time} format={format} />
}

const NOTHING: KeepQuestion = {
  foretell: { streams: [], first: '2000-01', enough: null, recalibration: 0, horizon: 2 },
  ventures: [],
  net: [],
}

/** What is asked, of the very question that the outlook is drawn from, so that both tell the same chance. */
function keepQuestion(outlook: Outlook, streams: readonly Stream[]): KeepQuestion {
  const foretell = questionOf(outlook)
  if (!foretell) return NOTHING
  const ventureOf = new Map(streams.map(({ id, venture }) => [id, venture]))
  return {
    foretell,
    ventures: outlook.streams.map(({ stream }) => ventureOf.get(stream) ?? -1),
    net: outlook.streams.map(({ net }) => net),
  }
}

interface ToldProps extends KeepCardProps {
  told: KeepOrDrop
  rows: KeepRow[]
  question: KeepQuestion
  streams: Outlook['streams']
}

function Told({ told, rows, question, streams, time, format }: ToldProps) {
  const [chosen, setChosen] = useState(rows[0]?.venture)
  const row = rows.find(({ venture }) => venture === chosen) ?? rows[0]
  const sentence = rows.map((one) => likeSentence(one, format)).join(' ')
  return (
    <ChartFigure
      className="span-12 keep"
      title={TITLE}
      tools={<span className="hint">{keepTag(time, told, format)}</span>}
      summary={sentence}
      summaryHidden
      after={<How figure={() => keepFigure({ told, rows, question, streams, time }, format)} />}
      table={<KeepTable rows={rows} told={told} format={format} />}
    >
      <KeepScatter rows={rows} chosen={row?.venture} middle={overallRate(time)} onChoose={setChosen} format={format} />
      {row && (
        <div className="keep-told">
          <div role="status">
            <p className="answer">{likeSentence(row, format)}</p>
            <p>{stopSentence(row, told, format)}</p>
          </div>
          <JoyChoice key={row.venture} venture={row.venture} name={row.name} joy={row.joy} />
        </div>
      )}
    </ChartFigure>
  )
}
