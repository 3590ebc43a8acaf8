import type { AccountCall } from '../../http/call.ts'
import { tokenHash } from '../../http/session.ts'
import { isLocked, secondFactor } from '../door/signin.ts'
import {
  findDevice,
  findLogin,
  findPasskey,
  notePasskeyUse,
  recordFailure,
  recordSuccess,
} from '../door/store.ts'
import { provenPasskey } from '../passkeys.ts'
import { passwordMatches } from '../password.ts'
import { refuse } from '../refusals.ts'
import { findAccount } from './store.ts'

type Proof =
  | { kind: 'password'; password: string; code: string }
  | { kind: 'passkey'; response: Record<string, unknown> }
  | { kind: 'phone'; secret: string }

/** Confirms that whoever holds the session still is its owner, with one of the account's own keys; refuses otherwise. */
export const prove = (call: AccountCall, proof: Proof): Promise<unknown> => {
  if (proof.kind === 'password') return provePassword(call, proof)
  if (proof.kind === 'passkey') return provePasskey(call, proof.response)
  return provePhone(call, proof.secret)
}

const provePassword = async (call: AccountCall, { password, code }: { password: string; code: string }) => {
  const { login } = await call.door((tx) => findAccount(tx, call.account.id))
  const known = login === null ? undefined : await call.door((tx) => findLogin(tx, login))
  if (!known) throw refuse('access.wrong')
  if (isLocked(known, call.now)) throw refuse('access.wait')
  const matches = await passwordMatches(known.passwordHash, password)
  const step = matches ? await secondFactor(call, known, code) : undefined
  if (step === undefined) {
    await call.door((tx) => recordFailure(tx, call.account.id))
    throw refuse('access.wrong')
  }
  if (!(await call.door((tx) => recordSuccess(tx, call.account.id, step)))) throw refuse('access.wrong')
}

const provePasskey = ({ door, deployment, account, now }: AccountCall, response: Record<string, unknown>) =>
  door(async (tx) => {
    const id = String(response.id ?? '')
    const stored = await findPasskey(tx, id)
    if (stored?.accountId !== account.id) throw refuse('access.passkey-failed')
    await notePasskeyUse(tx, id, await provenPasskey(deployment.publicUrl, response, { id, ...stored }, now))
  })

const provePhone = ({ door, account }: AccountCall, secret: string) =>
  door(async (tx) => {
    const device = await findDevice(tx, tokenHash(secret))
    if (device?.accountId !== account.id) throw refuse('access.device-unknown')
  })
