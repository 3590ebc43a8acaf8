import { parentPort, workerData } from 'node:worker_threads'
import { converse } from './load.ts'

const { port, requests, atOnce } = workerData as { port: number; requests: string[]; atOnce: number }
const times: number[] = []
let sent = 0
const next = () => requests[sent++]
const begun = performance.now()
const bytes = await Promise.all(Array.from({ length: atOnce }, () => converse(port, next, times)))
const totalMs = performance.now() - begun
parentPort!.postMessage({ totalMs, times, bytes: bytes.reduce((sum, one) => sum + one, 0) })
