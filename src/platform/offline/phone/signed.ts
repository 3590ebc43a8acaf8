import { api } from '#api'
import { activeOrganization, codeOf } from '../../http/client.ts'
import type { UnlockedPhone } from './phone.ts'

/** Asks the server as this phone: a locked phone has no session, so the first question after its PIN signs in anew. */
export const signedIn = async <T>(phone: UnlockedPhone, ask: () => Promise<T>): Promise<T> => {
  activeOrganization.set(phone.orgId)
  try {
    return await ask()
  } catch (error) {
    if (codeOf(error) !== 'signed-out') throw error
    await api.door.signInWithPhone({ secret: phone.secret })
    return ask()
  }
}
