import type { SpooledFile } from '#contract/import.ts'
import type { Problem } from '#contract/problem.ts'
import { addressOf, ApiError } from './client.ts'

/**
 * Puts one file on the spool as it is; `onProgress` hears the share sent, 0 to 1.
 * XMLHttpRequest, because fetch does not tell how far an upload is.
 */
export function spool(file: File, onProgress: (share: number) => void = () => {}): Promise<SpooledFile> {
  return new Promise((resolve, reject) => {
    const upload = new XMLHttpRequest()
    upload.open('POST', addressOf('spoolFile', { name: file.name }))
    upload.responseType = 'json'
    upload.setRequestHeader('content-type', 'application/octet-stream')
    upload.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
    })
    upload.addEventListener('load', () => {
      // The contract names both shapes; which one it is, the status tells.
      if (upload.status < 300) resolve(upload.response as SpooledFile)
      else reject(new ApiError((upload.response as Problem | null) ?? refused(file, upload.status)))
    })
    upload.addEventListener('error', () => reject(new ApiError(refused(file, 0))))
    upload.send(file)
  })
}

function refused(file: File, status: number): Problem {
  const detail = `Failed to take ${file.name}: no answer came. See whether Enough still runs, and drop the file again.`
  return { type: 'about:blank', title: 'The file was not taken', status, detail }
}
