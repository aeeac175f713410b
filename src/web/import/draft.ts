import type { ImportReport, ImportRequest, Job, SpooledFile } from '#contract/import.ts'
import { ApiError } from '#web/api/client.ts'
import { asked, canSave, distinct, MOST_FILES, waitsAlike, type DroppedFile, type Wishes } from './draft-files.ts'
import { folderOf } from './dropped-entries.ts'
import { working, type Work } from './work.ts'

/** What the Import page shows of files that are not saved yet. */
export interface Draft {
  files: readonly DroppedFile[]
  /** The last look at all of them; kept on the page while a newer one is under way. */
  report: ImportReport | null
  work: Work | null
  error: unknown
  /** Short words about files that were not taken. */
  notes: readonly string[]
  /** What was saved last. */
  saved: ImportReport | null
  /** Files of that drop of which nothing could be saved. */
  unsaved: readonly DroppedFile[]
}

/** The ways to the server, so that tests need none. */
export interface Doors {
  spool(file: File, onProgress: (share: number) => void): Promise<SpooledFile>
  run(
    name: 'previewImport' | 'commitImport',
    run: { body: ImportRequest; onProgress: (job: Job) => void; signal?: AbortSignal },
  ): Promise<ImportReport>
  /** Takes a file off the spool. */
  forget(hash: string): void
  newBatch(): string
  /** Milliseconds since some fixed time. */
  now(): number
}

export const EMPTY: Draft = { files: [], report: null, work: null, error: null, notes: [], saved: null, unsaved: [] }

/**
 * Files on their way into the book. It lives outside of the page, so that leaving the page loses nothing,
 * and every act may fail and be tried again without dropping the files anew.
 */
export class ImportDraft {
  private readonly doors: Doors
  private readonly listeners = new Set<() => void>()
  private state = EMPTY
  private lastId = 0
  private batch = ''
  private revision: number | undefined
  /** Ends what is under way when something newer is asked for. */
  private under = new AbortController()
  /** What is being saved: files that are dropped meanwhile wait for its end, and end nothing. */
  private saving: Promise<unknown> | undefined
  private readonly sending = new Map<File, Promise<void>>()
  /** Files that are to be sent though they were sent before. */
  private readonly lost = new Set<File>()

  constructor(doors: Doors) {
    this.doors = doors
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly read = (): Draft => this.state

  /** Takes files, sends them and looks at all of them together. */
  async add(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    if (this.saving) await this.saving
    const room = Math.max(0, MOST_FILES - this.state.files.length)
    const added = files.slice(0, room).map((file) => this.dropped(file, { name: file.name, bytes: file.size, hash: null }))
    const notes =
      files.length > room ? [`${MOST_FILES} files go at once: ${files.length - room} are left out. Drop them once these are saved.`] : []
    this.set({ files: distinct([...this.state.files, ...added]), saved: null, unsaved: [], notes })
    await this.look()
  }

  private dropped(file: File, { name, bytes, hash }: Pick<DroppedFile, 'name' | 'bytes' | 'hash'>): DroppedFile {
    const from = { id: ++this.lastId, name, ownName: name, folder: folderOf(file), bytes, file, hash }
    return { ...from, report: null, refused: null, destinations: [], projects: [] }
  }

  async leaveOut(id: number): Promise<void> {
    this.forget(this.state.files.filter((file) => file.id === id))
    this.set({ files: this.state.files.filter((file) => file.id !== id), notes: [] })
    await this.look()
  }

  /** Takes the user's word on one file and looks again. What is said of columns is meant of every file that waits with the same ones. */
  async wish(id: number, wishes: Partial<Wishes>): Promise<void> {
    const { mapping } = wishes
    const said = this.state.files.find((file) => file.id === id)
    const files = this.state.files.map((file) => {
      if (file.id === id) return { ...file, ...wishes }
      return mapping && said && waitsAlike(file, said) ? { ...file, mapping } : file
    })
    this.set({ files, saved: null, unsaved: [] })
    await this.look()
  }

  /** Looks again when the book has changed since: what the last look said may no longer be so. */
  async bookIsAt(revision: number): Promise<void> {
    const before = this.revision
    this.revision = revision
    if (before !== undefined && before !== revision && this.state.files.length > 0 && this.state.work === null) await this.look()
  }

  /** Sends everything again and looks again: the server may have lost what it was sent. */
  async retry(): Promise<void> {
    for (const { file } of this.state.files) this.lost.add(file)
    this.set({ files: this.state.files.map((file) => ({ ...file, refused: null })) })
    await this.look()
  }

  /** Forgets the files, here and on the server; nothing of them was saved. */
  discard(): void {
    this.under.abort()
    this.forget(this.state.files)
    this.set(EMPTY)
  }

  /** Ends what is under way: files that are not looked at yet go, and of files that were to be saved nothing is saved. */
  cancel(): void {
    if (this.state.work?.act === 'saving') this.under.abort()
    else this.discard()
  }

  private forget(files: readonly Pick<DroppedFile, 'hash'>[]): void {
    for (const { hash } of files) if (hash !== null) this.doors.forget(hash)
  }

  /** Takes away the words about what was saved last. */
  forgetSaved(): void {
    this.set({ saved: null, unsaved: [] })
  }

  /** Looks at all files: what is not sent yet is sent first. A newer look ends an older one. */
  async look(): Promise<void> {
    this.under.abort()
    const under = new AbortController()
    this.under = under
    this.batch = ''
    if (this.state.files.length === 0) {
      this.set({ report: null, work: null, error: null })
      return
    }
    this.set({ error: null })
    try {
      await this.sendAll(under.signal)
      under.signal.throwIfAborted()
      await this.preview(under.signal)
    } catch (error) {
      if (!under.signal.aborted) this.set({ work: null, error })
    }
  }

  /** Saves what can be saved; what still needs a word stays. Throws what the server says when it fails, and keeps every file. */
  async save(): Promise<ImportReport> {
    const saved = this.commit()
    this.saving = saved.catch(() => {}).finally(() => (this.saving = undefined))
    return saved
  }

  private async commit(): Promise<ImportReport> {
    // A second try after an answer that was lost carries the same batch, so that nothing is saved twice.
    this.batch ||= this.doors.newBatch()
    const files = this.state.files.filter(canSave)
    const under = new AbortController()
    this.under = under
    this.set({ work: { act: 'saving', share: undefined, rows: 0 }, error: null })
    try {
      const body = { batch: this.batch, files: files.map(asked) }
      const saved = await this.doors.run('commitImport', { body, onProgress: this.follow('saving'), signal: under.signal })
      const left = this.state.files.filter((file) => file.report?.state === 'mapping')
      const unsaved = this.state.files.filter((file) => !left.includes(file) && !files.includes(file))
      this.set({ ...EMPTY, files: left, saved, unsaved })
      if (left.length > 0) await this.look()
      return saved
    } catch (error) {
      if (under.signal.aborted) this.set({ work: null, notes: ['You cancelled it: nothing is saved.'] })
      else this.set({ work: null, error })
      throw error
    }
  }

  private async sendAll(signal: AbortSignal): Promise<void> {
    const isWaiting = ({ file, hash, refused }: DroppedFile) => refused === null && (hash === null || this.lost.has(file))
    const waiting = [...new Set(this.state.files.filter(isWaiting).map(({ file }) => file))]
    const total = waiting.reduce((sum, { size }) => sum + size, 0)
    let sent = 0
    for (const file of waiting) {
      const onProgress = (share: number) => {
        if (!this.under.signal.aborted)
          this.set({ work: { act: 'sending', share: total > 0 ? (sent + share * file.size) / total : undefined, rows: 0 } })
      }
      onProgress(0)
      await this.sendOne(file, () => this.doors.spool(file, onProgress))
      sent += file.size
      if (signal.aborted) return
    }
  }

  /** Sends a file once, also when a newer look begins while it is on its way. */
  private sendOne(file: File, send: () => Promise<SpooledFile>): Promise<void> {
    const underWay = this.sending.get(file) ?? this.take(file, send).finally(() => this.sending.delete(file))
    this.sending.set(file, underWay)
    return underWay
  }

  /** One file that is refused, as too large, does not keep the others from being read. */
  private async take(file: File, send: () => Promise<SpooledFile>): Promise<void> {
    try {
      const spooled = await send()
      this.lost.delete(file)
      this.place(file, spooled)
    } catch (error) {
      if (!(error instanceof ApiError) || error.status < 400 || error.status >= 500) throw error
      this.set({ files: this.state.files.map((one) => (one.file === file ? { ...one, refused: error.message } : one)) })
    }
  }

  /** Notes where a file lies, or each file that came in it; the same content twice is one file. */
  private place(file: File, { file: hash, inside }: SpooledFile): void {
    const notes = [...this.state.notes]
    const at = this.state.files.findIndex((one) => one.file === file && one.hash === null)
    const whole = this.state.files[at]
    // What was sent again is here already, and what was left out meanwhile stays out.
    if (!whole) {
      if (!this.state.files.some((one) => one.file === file)) this.forget(inside?.map((one) => ({ hash: one.file })) ?? [{ hash }])
      return
    }
    const files = this.state.files.toSpliced(at, 1)
    const placed: DroppedFile[] = []
    for (const part of inside ?? [{ file: hash, name: file.name, bytes: file.size }]) {
      const same = [...files, ...placed].find((one) => one.hash === part.file)
      if (same) notes.push(`${part.name} holds the same as ${same.name} and is taken once.`)
      else placed.push(inside ? this.dropped(file, { name: part.name, bytes: part.bytes, hash: part.file }) : { ...whole, hash })
    }
    this.set({ files: distinct(files.toSpliced(at, 0, ...placed)), notes })
  }

  private async preview(signal: AbortSignal): Promise<void> {
    const files = this.state.files.filter((file) => file.hash !== null)
    if (files.length === 0) {
      this.set({ report: null, work: null })
      return
    }
    this.set({ work: { act: 'reading', share: undefined, rows: 0 } })
    const follow = this.follow('reading')
    const onProgress = (job: Job) => {
      if (!signal.aborted) follow(job)
    }
    const report = await this.doors.run('previewImport', { body: { files: files.map(asked) }, onProgress, signal })
    signal.throwIfAborted()
    const found = (file: DroppedFile) => report.files.find((one) => one.file === file.hash) ?? null
    this.set({ report, work: null, files: this.state.files.map((file) => ({ ...file, report: found(file) })) })
  }

  private follow(act: Work['act']): (job: Job) => void {
    const began = this.doors.now()
    return (job) => this.set({ work: working(act, job, this.doors.now() - began) })
  }

  private set(change: Partial<Draft>): void {
    this.state = { ...this.state, ...change }
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}
