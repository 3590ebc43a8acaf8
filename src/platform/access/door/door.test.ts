import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../../testing/authenticator.ts'
import { newWorld, type Person, refusalOf, type World } from '../../../testing/world.ts'
import type { OrgId } from '../../db/brand.ts'

let world: World
let alba: OrgId
let ana: Person

beforeAll(async () => {
  world = await newWorld()
  alba = await world.organization('Sindicato Alba')
  ana = await world.join(alba, 'Ana', 'owner')
})
afterAll(() => world.end())

const password = 'caballo tornillo lluvia nopal'
const stranger = () => world.client({})
const now = () => world.deployment.clock()

/** A desk account: what is typed, the secret of its authenticator, and the code it joined with. */
const newAccount = async (login: string) => {
  const { token } = await ana.api.team.invite({ id: randomUUID(), role: 'viewer', alias: login, listIds: [] })
  const { secret } = await stranger().door.authenticator({ login })
  const code = codeOf(secret, now())
  const credentials = { kind: 'password' as const, password, secret, code }
  await stranger().door.joinWithAccount({ token, login, credentials })
  return { login, secret, code }
}
const attempt = (login: string, code = '000000', typed = 'no es esta clave') =>
  refusalOf(stranger().door.signIn({ login, password: typed, code }))
const failuresOf = async (login: string) =>
  (await world.owner.query('select failures, locked_until from accounts where login = $1', [login])).rows[0]

describe('an authenticator’s code', () => {
  test('opens no session after the one that it made the account with', async () => {
    const { login, code } = await newAccount('rocio')
    expect(await attempt(login, code, password)).toBe('access.wrong')
  })

  test('brought twice at once opens one session', async () => {
    const { login, secret } = await newAccount('tania')
    const code = codeOf(secret, new Date(now().getTime() + 30_000))
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => stranger().door.signIn({ login, password, code })),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { rows } = await world.owner.query(
      'select from sessions s join accounts a on a.id = s.account_id where a.login = $1',
      [login],
    )
    expect(rows).toHaveLength(2)
  })
})

describe('whoever guesses', () => {
  test('waits, even after a thousand failures, and even with everything right', async () => {
    const { login, secret } = await newAccount('victoria')
    for (const failures of [1_023, 1_024, 5_000]) {
      await world.owner.query('update accounts set failures = $2, locked_until = null where login = $1', [
        login,
        failures,
      ])
      expect(await attempt(login)).toBe('access.wrong')
      const after = await failuresOf(login)
      expect(after.failures).toBe(failures + 1)
      const minutes = (after.locked_until.getTime() - Date.now()) / 60_000
      expect(minutes).toBeGreaterThan(14)
      expect(minutes).toBeLessThan(16)
    }
    const code = codeOf(secret, new Date(now().getTime() + 30_000))
    expect(await attempt(login, code, password)).toBe('access.wrong')
    await world.owner.query('update accounts set locked_until = null where login = $1', [login])
    await stranger().door.signIn({ login, password, code })
    expect(await failuresOf(login)).toEqual({ failures: 0, locked_until: null })
  }, 30_000)

  test('is told the same of a name that exists as of one that does not', async () => {
    const { login } = await newAccount('zoraida')
    world.pass(6 * 60_000)
    const answers = async (name: string) => {
      const seen: string[] = []
      for (let at = 0; at < 6; at++) seen.push(await attempt(name))
      return seen
    }
    expect(await answers(login)).toEqual(await answers('nobody-here'))
    const join = (name: string) =>
      refusalOf(
        stranger().door.joinWithAccount({
          token: 'A'.repeat(43),
          login: name,
          credentials: { kind: 'password', password, secret: 'ABCDEFGHIJKLMNOP', code: '000000' },
        }),
      )
    expect(await join(login)).toBe('access.invitation-over')
    expect(await join('nobody-here')).toBe('access.invitation-over')
  }, 30_000)

  test('but whoever was invited is told that a name is taken', async () => {
    const { token } = await ana.api.team.invite({ id: randomUUID(), role: 'viewer', alias: 'X', listIds: [] })
    const credentials = { kind: 'password' as const, password, secret: 'ABCDEFGHIJKLMNOP', code: '000000' }
    const taken = stranger().door.joinWithAccount({ token, login: 'zoraida', credentials })
    expect(await refusalOf(taken)).toBe('access.login-taken')
  })
})

describe('behind one address', () => {
  test('a whole hall joins and signs in at once, while thirty guesses close the door for five minutes', async () => {
    world.pass(6 * 60_000)
    const delegate = async (name: string) => {
      const { token } = await ana.api.team.invite({
        id: randomUUID(),
        role: 'organizer',
        alias: name,
        listIds: [],
      })
      await stranger().door.invitation({ token })
      const { secret } = await stranger().door.joinWithPhone({ token, label: name })
      await stranger().door.signInWithPhone({ secret })
      return secret
    }
    const hall = Array.from({ length: 40 }, (_, at) => `Delegada ${at + 1}`)
    const secrets: string[] = []
    for (const name of hall) secrets.push(await delegate(name))
    const guess = () => refusalOf(stranger().door.signInWithPhone({ secret: 'A'.repeat(43) }))
    for (let at = 0; at < 30; at++) expect(await guess()).toBe('access.device-unknown')
    expect(await guess()).toBe('access.wait')
    expect(await refusalOf(stranger().door.signInWithPhone({ secret: secrets[0]! }))).toBe('access.wait')
    world.pass(5 * 60_000 + 1)
    await stranger().door.signInWithPhone({ secret: secrets[0]! })
  }, 60_000)

  test('guesses sent all at once are each counted', async () => {
    world.pass(6 * 60_000)
    const guesses = Array.from({ length: 60 }, () =>
      refusalOf(stranger().door.signInWithPhone({ secret: 'B'.repeat(43) })),
    )
    const answers = await Promise.all(guesses)
    expect(answers.filter((answer) => answer === 'access.device-unknown')).toHaveLength(30)
  })
})
