import { useRef, useState } from 'react'
import type { Venture } from '#contract/venture.ts'
import { monthOf } from '#domain/month.ts'
import { ventureTargetOf } from '#domain/need.ts'
import { q } from '#web/api/client.ts'
import { usePrefetched } from '#web/api/use-prefetched.ts'
import { NeedsEditor } from '#web/needs/needs-editor.tsx'
import { PublicLink } from '#web/sharing/public-link.tsx'
import { SiteForm } from '#web/sharing/site-form.tsx'
import { urlOf } from '#web/sharing/public-url.ts'
import { useBook } from '#web/shell/book.ts'
import { Link } from '#web/shell/link.tsx'
import { PageHeading } from '#web/shell/page-heading.tsx'
import { to } from '#web/shell/path-builder.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { AddressConfirm } from './address-confirm.tsx'
import { AudienceSection } from './audience-section.tsx'
import { ContactSection } from './contact-section.tsx'
import { EditingContext, type Editing, type Window } from './editing.ts'
import { FillDialog } from './fill-dialog.tsx'
import { LeavingConfirm } from './leaving-confirm.tsx'
import { FundingSection, OverflowSection, PackagesSection } from './more-sections.tsx'
import { NeedsSection } from './needs-section.tsx'
import { PatronsCard } from './patrons-card.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { MoneySection, ShownSection } from './shown-section.tsx'
import { TextSection } from './text-section.tsx'
import { wordsOf } from './trouble.ts'
import { UpdatesSection } from './updates-section.tsx'
import { usePageForm } from './use-page-form.ts'
import { usePreview } from './use-preview.ts'
import { WaysSection } from './ways-section.tsx'

/** The form on one side, what it would make public on the other. */
export function PublicPageEditor({ venture }: { venture: Venture }) {
  const book = useBook()
  const publication = usePrefetched(q('publication', { book: book.id, venture: venture.id }))
  const patrons = usePrefetched(q('knownPatrons', { book: book.id, venture: venture.id }))
  const { site } = usePrefetched(q('sharing', { book: book.id }))
  const targets = usePrefetched(q('ventureTargets', { book: book.id }))
  const [open, setOpen] = useState<Window | null>(null)
  const sheet = useRef<HTMLFormElement>(null)
  const typing = { locale: book.locale, currency: book.homeCurrency }
  const page = usePageForm({ publication, typing, archived: venture.archived, urlOf: (saved) => urlOf(site, saved) })
  const preview = usePreview(venture.id, page.draft, Object.keys(page.trouble).length === 0)
  const { form, draft, set } = page
  const { archived } = venture
  const url = archived ? null : urlOf(site, publication)
  const needs = ventureTargetOf(targets, venture.id, monthOf(book.today))?.needs ?? []
  const editing: Editing = { publication, archived, form, draft, set, error: page.errorAt, open: setOpen, typing, site, patrons, needs }
  const close = () => setOpen(null)
  // What the server finds wrong comes after the press.
  const showTrouble = (saved: boolean) => {
    if (!saved) requestAnimationFrame(() => sheet.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
  return (
    <EditingContext value={editing}>
      <div className="heading-row">
        <div>
          <PageHeading title={`Public page of ${venture.name}`} lead="What strangers see of it, and nothing else of this book." />
        </div>
        <div className="actions">
          {url !== null && <PublicLink href={url}>Open the page</PublicLink>}
          <Link to={to.sharing()}>All that is shared</Link>
          <Button tone="quiet" onClick={() => setOpen('fill')}>
            Fill from a file
          </Button>
        </div>
      </div>
      <div className="publish-columns">
        <div className="publish-form">
          <form
            ref={sheet}
            className="publish-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void page.save().then(showTrouble)
            }}
          >
            <AudienceSection />
            <MoneySection />
            <ShownSection />
            <TextSection />
            <NeedsSection />
            <WaysSection />
            <ContactSection />
            <UpdatesSection />
            <PackagesSection />
            <OverflowSection />
            <FundingSection />
            <div className="publish-bar">
              <Trouble error={page.error && wordsOf(page.error)} />
              <div className="actions">
                <Button type="submit" disabled={page.saving || !page.unsaved}>
                  {page.saving ? 'Saving…' : actOf(publication.visibility, form.visibility)}
                </Button>
                <Button tone="quiet" className="preview-button" onClick={() => setOpen('preview')}>
                  What becomes public
                </Button>
                <span className="hint" role="status">
                  {page.unsaved ? 'Not saved yet.' : ''}
                </span>
              </div>
            </div>
          </form>
          <PatronsCard />
        </div>
        <Card title="What becomes public" className="publish-preview">
          <PreviewPane preview={preview} trouble={page.trouble} isPrivate={form.visibility === 'private'} />
        </Card>
      </div>
      <Dialog title="Where the page will stand" open={open === 'site'} onClose={close}>
        <SiteForm site={site} onDone={close} />
      </Dialog>
      <Dialog title={`What ${venture.name} needs`} open={open === 'needs'} onClose={close}>
        <NeedsEditor venture={venture.id} onDone={close} />
      </Dialog>
      <Dialog title="What becomes public" open={open === 'preview'} onClose={close}>
        <PreviewPane preview={preview} trouble={page.trouble} isPrivate={form.visibility === 'private'} />
        <div className="actions dialog-foot">
          <Button onClick={close}>Close</Button>
        </div>
      </Dialog>
      <AddressConfirm venture={venture.id} open={open === 'address'} onMoved={page.moved} onClose={close} />
      <FillDialog
        open={open === 'fill'}
        onClose={close}
        venture={venture.id}
        draft={draft}
        fetches={site.listening !== 'in-page'}
        onApply={page.fill}
      />
      <LeavingConfirm unsaved={page.unsaved} />
    </EditingContext>
  )
}

/** What the main button does, in its own words. */
function actOf(before: string, after: string): string {
  if (after === before) return 'Save'
  if (after === 'private') return 'Save and withdraw the page'
  return after === 'public' ? 'Save and publish' : 'Save and put it at its address'
}
