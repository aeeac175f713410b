import { addressOf, request, type FileName } from './client.ts'
import { saveFile } from './saved-file.ts'

/**
 * Fetches a file and hands it to the browser to keep under `name`; `params` are those of its route.
 * A plain link would not do: in the page's own mode navigations never reach the API.
 */
export async function download(route: FileName, params: { book: string }, name: string): Promise<void> {
  const response = await request(addressOf(route, params))
  saveFile(name, await response.blob())
}
