import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Load {
  port: number
  path: string
  connections: number
  requests: number
  /** After so long it ends, however many were answered. */
  seconds: number
}

/**
 * Requests per second of a server on this machine: each connection asks again as soon as it was answered. It speaks HTTP over bare
 * sockets, so that it has far less to do than the server. Throws where an answer is not 200.
 */
export async function requestsPerSecond(load: Load): Promise<number> {
  const began = performance.now()
  const until = began + load.seconds * 1000
  let left = load.requests
  let answered = 0
  const next = (): boolean => (left -= 1) >= 0 && performance.now() < until
  await Promise.all(
    Array.from({ length: load.connections }, async () => {
      const socket = connect(load.port, '127.0.0.1')
      await once(socket, 'connect')
      answered += await asking(socket, load, next)
    }),
  )
  return answered / ((performance.now() - began) / 1000)
}

/** Asks over one connection until there is no next request; answers how many were answered. */
function asking(socket: Socket, { path, port }: Load, next: () => boolean): Promise<number> {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: */*\r\n\r\n`
  return new Promise((resolve, reject) => {
    let answered = 0
    let head = ''
    /** Bytes of the body that are still to come; undefined while the head is. */
    let missing: number | undefined
    const ask = (): void => {
      if (next()) return void socket.write(request)
      socket.destroy()
      resolve(answered)
    }
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      if (missing === undefined) {
        head += chunk.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = /^content-length: (\d+)/im.exec(head)?.[1]
        if (!head.startsWith('HTTP/1.1 200 ') || length === undefined) {
          socket.destroy()
          return reject(new Error(`Failed to measure ${path}: it answered ${head.slice(0, 60)}. Look at the server.`))
        }
        missing = Number(length) - (head.length - end - 4)
      } else missing -= chunk.length
      if (missing > 0) return
      missing = undefined
      head = ''
      answered += 1
      ask()
    })
    ask()
  })
}
