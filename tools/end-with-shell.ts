/**
 * npm runs a script in a shell and, asked to end, ends the shell but not what runs in it. A server that stayed behind would
 * keep its port and the data folder, so what npm started ends when its shell is gone.
 */
export function endWithShell(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const shell = process.ppid
  setInterval(() => process.ppid !== shell && process.kill(process.pid, 'SIGTERM'), 500).unref()
}
