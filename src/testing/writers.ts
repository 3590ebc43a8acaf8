import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sealFor } from '#platform/offline/seal.ts'
import { diceOf } from '#platform/text/dice.ts'
import { versionOf } from './phone.ts'

/** A server in a process of its own that may be gone at any moment: whoever writes to it tries again until it answers. */
export type Patient = {
  post: (path: string, body: object) => Promise<unknown>
  put: (path: string, body: object) => Promise<unknown>
  patch: (path: string, body: object) => Promise<unknown>
}

/** Repeats a request while nobody answers or the server says that it cannot now; any other refusal is a fault. */
export const patient = (url: string, headers: Record<string, string> = {}): Patient => {
  const send = (method: string) => async (path: string, body: object) => {
    while (true) {
      const response = await fetch(`${url}/api${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }).catch(() => undefined)
      const answer = await response?.text().catch(() => undefined)
      if (response && answer !== undefined && response.status === 200) return JSON.parse(answer) as unknown
      if (response && response.status !== 503 && answer !== undefined)
        throw new Error(`${method} ${path}: ${response.status} ${answer}`)
      await sleep(25)
    }
  }
  return { post: send('POST'), put: send('PUT'), patch: send('PATCH') }
}

/** What a writer was told is done. */
export type Acknowledged = { people: string[]; conversations: string[]; tallies: string[]; name: number }

export type Delegate = { send: string; courierKey: string; listId: string; campaignId: string }

/**
 * A phone that delivers what it wrote, in parts of one to four, repeating a part that was already delivered now and then, until
 * told to stop. What it was told is done goes into `told`.
 */
export const writeAtTheGate = async (
  server: Patient,
  { send, courierKey, listId, campaignId }: Delegate,
  told: Acknowledged,
  stopped: () => boolean,
  seed: number,
) => {
  const dice = diceOf(seed)
  const seal = sealFor(courierKey)
  const nowhere = { departmentId: null, shiftId: null, routeId: null }
  const talk = {
    level: 2,
    concerns: ['wages'],
    asked: null,
    promised: 'will_come',
    againOn: null,
    settles: null,
    way: 'face',
    note: 'x',
  }
  let sequence = 0
  let last: object[] = []
  while (!stopped()) {
    const personId = randomUUID()
    const written = [
      {
        id: randomUUID(),
        kind: 'person.add',
        input: { personId, campaignId, listId, handle: 'alguien', phone: null, ...nowhere },
      },
      ...Array.from({ length: dice.between(0, 3) }, () => ({
        id: randomUUID(),
        kind: 'conversation.record',
        input: { personId, campaignId, ...talk },
      })),
    ]
    const at = new Date().toISOString()
    const operations = written.map((one) => ({
      id: one.id,
      sequence: sequence++,
      sealed: seal({ ...one, version: versionOf(one.kind), writtenAt: at }),
    }))
    const repeated = dice.chance(0.2) ? [...last, ...operations] : operations
    const { outcomes } = (await server.post('/offline/deliveries', { send, at, operations: repeated })) as {
      outcomes: { id: string; outcome: string }[]
    }
    const undone = outcomes.filter(({ outcome }) => outcome !== 'done')
    if (undone.length > 0) throw new Error(`Not done: ${JSON.stringify(undone)}`)
    told.people.push(personId)
    told.conversations.push(...written.slice(1).map(({ id }) => id))
    last = operations
  }
}

/** Somebody at a desk: tallies on paper, and one record changed again and again. */
export const writeAtTheDesk = async (
  server: Patient,
  campaignId: string,
  told: Acknowledged,
  stopped: () => boolean,
) => {
  const nowhere = { departmentId: null, shiftId: null, routeId: null }
  while (!stopped()) {
    const tallyId = randomUUID()
    const tally = { ...nowhere, countedOn: '2026-03-02', counts: [1, 2, 3, 4, 5] }
    await server.put(`/campaigns/${campaignId}/tallies/${tallyId}`, tally)
    told.tallies.push(tallyId)
    await server.patch('/team/organization', { name: `Sindicato ${told.name + 1}` })
    told.name += 1
  }
}
