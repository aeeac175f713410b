import { useState } from 'react'
import { bicTrouble, electronic, ibanTrouble } from '#bank/iban.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { withLine, type ListLine, type TypedAccount } from './kept-list.ts'
import { changeList } from './list-store.ts'

/** The account of another site's venture, which its owner told you: this site does not know it. */
export function AccountButton({ line }: { line: ListLine }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="link-button hint"
        aria-label={`${line.typed ? 'Change the account' : 'Add an account'} of ${line.title}`}
        onClick={() => setOpen(true)}
      >
        {line.typed ? 'Change the account' : 'Add an account'}
      </button>
      <Dialog title={`Account of ${line.title}`} open={open} onClose={() => setOpen(false)}>
        <AccountForm line={line} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function AccountForm({ line, onDone }: { line: ListLine; onDone: () => void }) {
  const [account, setAccount] = useState<TypedAccount>(line.typed ?? { holder: '', iban: '', bic: '' })
  const [sent, setSent] = useState(false)
  const wrongIban = ibanTrouble(account.iban)
  const wrongBic = account.bic.trim() === '' ? undefined : bicTrouble(account.bic)
  const noHolder = account.holder.trim() === ''
  const keep = (typed: TypedAccount | null) => {
    changeList((list) => withLine(list, line.url, { typed }))
    onDone()
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        if (wrongIban || wrongBic || noHolder) return
        keep({ holder: account.holder.trim(), iban: electronic(account.iban), bic: electronic(account.bic) })
      }}
    >
      <p className="quiet-text">{`No account is told here for this venture of ${line.origin ?? 'this site'}. Type only what its owner has given you.`}</p>
      <TextField
        label="Account holder"
        value={account.holder}
        maxLength={70}
        error={sent && noHolder && 'Give the name that the account is in.'}
        onChange={(holder) => setAccount({ ...account, holder })}
      />
      <TextField
        label="IBAN"
        value={account.iban}
        error={sent && wrongIban && `This IBAN ${wrongIban}.`}
        onChange={(iban) => setAccount({ ...account, iban })}
      />
      <TextField
        label="BIC, if your bank asks for it"
        value={account.bic}
        error={sent && wrongBic && `This BIC ${wrongBic}.`}
        onChange={(bic) => setAccount({ ...account, bic })}
      />
      <div className="actions">
        <Button type="submit">Keep the account</Button>
        {line.typed && (
          <Button tone="quiet" onClick={() => keep(null)}>
            Remove it
          </Button>
        )}
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
