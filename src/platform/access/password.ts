import { hash, verify } from '@node-rs/argon2'
import { refuse } from './refusals.ts'

// Argon2id, OWASP's second setting doubled in time; about 0.2 s on the reference machine.
const cost = { memoryCost: 46 * 1024, timeCost: 2, parallelism: 1 }
const atOnce = 2
const mostWaiting = 40

let running = 0
const waiting: (() => void)[] = []

/** Argon2id in the PHC string format. Refused when more sign-ins wait than the machine can serve. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), cost))

/** Compares in constant time; an account that does not exist costs the same as one that does. */
export const passwordMatches = (stored: string | null | undefined, password: string): Promise<boolean> =>
  inTurn(async () => (await verify(stored ?? (await nobody()), normal(password))) && Boolean(stored))

/** Two keyboards may write one accented letter in two ways. */
const normal = (password: string) => password.normalize('NFKC')

let decoy: Promise<string> | undefined
const nobody = () => {
  decoy ??= hash(crypto.randomUUID(), cost)
  return decoy
}

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (waiting.length >= mostWaiting) throw refuse('access.queue-full')
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
