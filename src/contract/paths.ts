/**
 * Names, methods and addresses of every route, below `/api/v1`, as plain data: the page reads this without loading zod.
 * Shapes are in `routes.ts` under the same names.
 */
export const paths = {
  about: ['GET', '/about'],
  books: ['GET', '/books'],
  createBook: ['POST', '/books'],
  createExample: ['POST', '/books/example'],
  restoreBook: ['POST', '/books/restore'],
  book: ['GET', '/books/{book}'],
  changeBook: ['PATCH', '/books/{book}'],
  deleteBook: ['DELETE', '/books/{book}'],
  month: ['GET', '/books/{book}/month'],
  incomeByMonth: ['GET', '/books/{book}/months'],
  totals: ['GET', '/books/{book}/totals'],
  ventures: ['GET', '/books/{book}/ventures'],
  createVenture: ['POST', '/books/{book}/ventures'],
  changeVenture: ['PATCH', '/books/{book}/ventures/{venture}'],
  streams: ['GET', '/books/{book}/streams'],
  createStream: ['POST', '/books/{book}/streams'],
  stream: ['GET', '/books/{book}/streams/{stream}'],
  changeStream: ['PATCH', '/books/{book}/streams/{stream}'],
  entries: ['GET', '/books/{book}/entries'],
  addEntry: ['POST', '/books/{book}/entries'],
  entry: ['GET', '/books/{book}/entries/{entry}'],
  editEntry: ['PUT', '/books/{book}/entries/{entry}/edit'],
  targets: ['GET', '/books/{book}/targets'],
  setTarget: ['PUT', '/books/{book}/targets/{month}'],
  removeTarget: ['DELETE', '/books/{book}/targets/{month}'],
  ownRates: ['GET', '/books/{book}/rates'],
  setOwnRate: ['PUT', '/books/{book}/rates'],
  removeOwnRate: ['DELETE', '/books/{book}/rates/{currency}/{against}/{from}'],
  spoolFile: ['POST', '/files'],
  previewImport: ['POST', '/books/{book}/imports/preview'],
  commitImport: ['POST', '/books/{book}/imports'],
  imports: ['GET', '/books/{book}/imports'],
  undoImport: ['DELETE', '/books/{book}/imports/{import}'],
  undoBatch: ['DELETE', '/books/{book}/batches/{batch}'],
  job: ['GET', '/jobs/{job}'],
  bookFile: ['GET', '/books/{book}/book-file'],
  ledgerFile: ['GET', '/books/{book}/ledger.csv'],
} as const satisfies Record<string, readonly [method: Method, path: string]>

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type RouteName = keyof typeof paths
