import { addressOf, request, type FileName } from './client.ts'

/**
 * Fetches a file and hands it to the browser to keep under `name`; `params` are those of its route.
 * A plain link would not do: in the page's own mode navigations never reach the API.
 */
export async function download(route: FileName, params: { book: string }, name: string): Promise<void> {
  const response = await request(addressOf(route, params))
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
