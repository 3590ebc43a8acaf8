import { type Language, languageOf } from '../text/language.ts'
import type { News, Order } from './messages.ts'
import { type State, show } from './show.ts'

/** The text of `worker.ts`, which the build puts in its place. */
declare const workerSource: string

let language: Language = languageOf(navigator.language)
let state: State = { kind: 'choosing' }

const move = (next: State) => {
  state = next
  draw()
}

const draw = () =>
  show(state, language, {
    onLanguage: () => {
      language = language === 'es' ? 'en' : 'es'
      draw()
    },
    onFiles: verify,
    onAgain: () => move({ kind: 'choosing' }),
  })

const verify = (file: File, earlier: File | undefined) => {
  const address = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }))
  const helpersCount = Math.max(1, Math.min(8, navigator.hardwareConcurrency))
  const workers = Array.from({ length: helpersCount + 1 }, () => new Worker(address))
  const end = (next: State) => {
    for (const worker of workers) worker.terminate()
    URL.revokeObjectURL(address)
    move(next)
  }
  for (const worker of workers) worker.onerror = ({ message }) => end({ kind: 'failed', message })
  const [verifier, ...helpers] = workers as [Worker, ...Worker[]]
  verifier.onmessage = ({ data }: MessageEvent<News>) => {
    if (data.kind === 'progress') return move({ kind: 'working', file, progress: data.progress })
    if (data.kind === 'fault') return end({ kind: 'failed', message: data.message })
    const { finding, comparison, receipts } = data
    end({ kind: 'done', file, finding, comparison, receipts, at: new Date() })
  }
  const channels = helpers.map((helper) => {
    const { port1, port2 } = new MessageChannel()
    order(helper, { role: 'check', port: port1 }, [port1])
    return port2
  })
  order(verifier, { role: 'verify', file, helpers: channels, ...(earlier ? { earlier } : {}) }, channels)
  move({ kind: 'working', file, progress: { credentials: 0, ballots: 0, bytes: 0 } })
}

const order = (worker: Worker, message: Order, ports: MessagePort[]) => worker.postMessage(message, ports)

draw()
