import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '#api'
import { codeOf } from '../../http/client.ts'

const unlocked = 'agenda-unlocked'

/** Ends this browser's session; throws when the server was not reached, because then it may still be open. */
export const endSession = async (signal?: AbortSignal) => {
  try {
    await api.account.signOut(undefined, signal ? { signal } : {})
  } catch (error) {
    if (codeOf(error) !== 'signed-out') throw error
  }
}

/**
 * A phone that is locked, wiped or unreadable has no session, and remembers nothing of what one saw: whoever types the wrong PIN finds no
 * other way in. Waits while another tab of the same phone is unlocked, and tries again when there is a signal. Unlocking signs
 * in anew.
 */
export const useSessionless = (state: string) => {
  const queries = useQueryClient()
  const isOpen = state === 'unlocked'
  const isShut = state === 'locked' || state === 'wiped' || state === 'unreadable'

  useEffect(() => {
    if (!isOpen) return
    const over = new AbortController()
    const { signal } = over
    const held = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    navigator.locks.request(unlocked, { mode: 'shared', signal }, () => held).catch(() => {})
    return () => over.abort()
  }, [isOpen])

  useEffect(() => {
    if (!isShut) return
    const over = new AbortController()
    const { signal } = over
    const end = async () => {
      sessionStorage.clear()
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'account' })
      await navigator.locks.request(unlocked, { signal }, () => endSession(signal)).catch(() => {})
      if (!signal.aborted) await queries.resetQueries({ queryKey: ['account'] })
    }
    void end()
    addEventListener('online', end, { signal })
    return () => over.abort()
  }, [isShut, queries])
}
