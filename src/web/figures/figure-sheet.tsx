import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Figure } from '#contract/figure.ts'
import { q } from '#web/api/client.ts'
import { download } from '#web/api/download.ts'
import { useBook } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import type { FigureAsked } from './figure-opener.tsx'
import { ledgerOf } from './ledger-link.ts'
import { OpenedWords } from './opened-words.tsx'

interface FigureSheetProps {
  asked: FigureAsked
  open: boolean
  onClose: () => void
}

/** A figure opened. The words are the server's own, so that the text beside an export is the same. */
export function FigureSheet({ asked, open, onClose }: FigureSheetProps) {
  const book = useBook()
  const params = { book: book.id, ...asked }
  const { data: figure, error } = useQuery({ ...q('figure', params), enabled: open })
  return (
    <Dialog title="How this figure comes about" open={open} onClose={onClose}>
      <div className="figure-sheet">
        {error ? <Trouble error={error} /> : figure ? <Opened figure={figure} /> : <p className="hint">Reading its rows.</p>}
        {figure && <Rows figure={figure} asked={asked} />}
        <div className="acts">
          {figure && <Files params={params} figure={figure} />}
          <Button tone="quiet" onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function Opened({ figure: { words } }: { figure: Figure }) {
  return (
    <>
      <div>
        <p className="figure-amount">{words.figure}</p>
        <p className="hint">{words.title}</p>
      </div>
      <OpenedWords words={words} />
    </>
  )
}

/** Where the rows stand in the ledger, or why they do not. */
function Rows({ figure, asked }: { figure: Figure; asked: FigureAsked }) {
  if (figure.lens === 'dependable')
    return <p className="hint">No line of the ledger stands behind it; its rows hold the months it is drawn from.</p>
  if (asked.streams !== undefined)
    return <p className="hint">The ledger shows one stream or venture; all lines of these stand in the rows.</p>
  const [lines, what] = [figure.paid.entries, figure.lens === 'cash' ? 'The lines' : 'The lines paid then']
  return (
    <p>
      <Link to={ledgerOf(figure, asked)}>{`${what} in the ledger (${lines})`}</Link>
      {figure.lens === 'smoothed' && <span className="hint"> Those of other months are in its rows, each with its part.</span>}
    </p>
  )
}

const FILES = { figureRows: 'csv', figureText: 'txt' } as const

/** Its rows, and its words for beside them. */
function Files({ params, figure: { from, to, lens } }: { params: FigureAsked & { book: string }; figure: Figure }) {
  const [error, setError] = useState<unknown>(null)
  const take = (route: keyof typeof FILES) => {
    setError(null)
    download(route, params, `${from === to ? from : `${from}-to-${to}`}-${lens}.${FILES[route]}`).catch(setError)
  }
  return (
    <>
      <Button tone="quiet" onClick={() => take('figureRows')}>
        Rows as CSV
      </Button>
      <Button tone="quiet" onClick={() => take('figureText')}>
        This text as a file
      </Button>
      <Trouble error={error} />
    </>
  )
}
