import { connect } from 'node:net'
import { Worker } from 'node:worker_threads'

/** What came of a load: how long it took in all, and each request's time, in milliseconds. */
export type Load = { totalMs: number; times: number[]; bytes: number }

/** One HTTP/1.1 request as it goes over the socket. */
export const requestText = (method: string, path: string, headers: Record<string, string>, body = '') => {
  const all = {
    host: 'localhost',
    ...headers,
    ...(body && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}

/**
 * Sends `requests` over `atOnce` keep-alive connections from a thread of its own, so that the server is not slowed by its
 * own client. Throws unless every answer is a 200.
 */
export const load = (port: number, requests: readonly string[], atOnce: number): Promise<Load> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sender.ts', import.meta.url), {
      workerData: { port, requests, atOnce },
    })
    worker.on('message', resolve)
    worker.on('error', reject)
  })

/** Sends one request after another over one connection, taking the next one from `next`; used by the sender's thread. */
export const converse = (port: number, next: () => string | undefined, times: number[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let bytes = 0
    let begun = 0
    let chunks: Buffer[] = []
    const send = () => {
      const request = next()
      if (request === undefined) return void socket.end(() => resolve(bytes))
      begun = performance.now()
      socket.write(request)
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      const answer = chunks.length === 1 ? chunk : Buffer.concat(chunks)
      if (!isWhole(answer)) return
      const status = answer.subarray(9, 12).toString()
      if (status !== '200') return void reject(new Error(answer.toString()))
      chunks = []
      bytes += answer.length
      times.push(performance.now() - begun)
      send()
    })
  })

const isWhole = (answer: Buffer): boolean => {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = answer.subarray(0, end).toString('latin1').toLowerCase()
  const length = /content-length: (\d+)/.exec(head)?.[1]
  if (length !== undefined) return answer.length >= end + 4 + Number(length)
  return answer.subarray(-5).toString() === '0\r\n\r\n'
}
