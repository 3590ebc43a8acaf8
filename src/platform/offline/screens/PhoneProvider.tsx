import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Enrolled } from '../../access/schema.ts'
import { expectPin } from '../phone/crypto.ts'
import { deliverAll } from '../phone/deliver.ts'
import { findWaiting } from '../phone/outbox.ts'
import {
  enrollPhone,
  findPhone,
  forgetPhone,
  type UnlockedPhone,
  type Unlocking,
  unlockPhone,
  wipePhone,
} from '../phone/phone.ts'
import { endSession, useSessionless } from './sessionless.ts'

/** Where what was written is: on this phone, on its way, sent, or in need of somebody. */
export type Delivery = {
  waiting: number
  refused: number
  held: number
  sending: boolean
  /** false: the last try did not reach the server. */
  reached: boolean
}

export type PhoneState =
  | { state: 'loading' }
  | { state: 'none' }
  | { state: 'unreadable' }
  | { state: 'locked' }
  | { state: 'wiped' }
  | { state: 'unlocked'; phone: UnlockedPhone }

type PhoneContext = {
  current: PhoneState
  delivery: Delivery
  unlock: (pin: string) => Promise<Unlocking>
  enroll: (enrolled: Enrolled, pin: string) => Promise<void>
  lock: () => void
  wipe: () => Promise<void>
  /**
   * A wiped phone becomes a browser like any other, where one may sign in; so does one that cannot be read, until it is
   * opened again. Throws when the server was not reached.
   */
  forget: () => Promise<void>
  /** Looks again at what this phone keeps. */
  look: () => Promise<void>
  /** Counts anew what waits, and sends it. Called after each write. With `knock`, asks the server even when nothing waits. */
  deliver: (knock?: boolean) => Promise<void>
}

const Context = createContext<PhoneContext | undefined>(undefined)
const idle: Delivery = { waiting: 0, refused: 0, held: 0, sending: false, reached: true }
const halfMinute = 30_000
const twoMinutes = 120_000

export const usePhone = (): PhoneContext => {
  const context = useContext(Context)
  if (!context) throw new Error('usePhone stands inside PhoneProvider.')
  return context
}

/** Knows whether this is somebody's phone, keeps it unlocked for as long as it is in use, and sends what waits. */
export function PhoneProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<PhoneState>({ state: 'loading' })
  const [delivery, setDelivery] = useState(idle)

  const deliver = useCallback(async (knock = false) => {
    const begun = await counted()
    setDelivery((last) => ({ ...last, ...begun, sending: true, reached: true }))
    // What came of it could not be noted here, for want of room: it is on this phone still, and is sent again.
    const { reached, revoked } = await deliverAll(knock).catch(() => ({ reached: false, revoked: false }))
    if (revoked) {
      await wipePhone()
      setCurrent({ state: 'wiped' })
    }
    const ended = await counted()
    setDelivery((last) => ({ ...last, ...ended, sending: false, reached }))
  }, [])

  const look = useCallback(async () => {
    const record = await readPhone()
    if (record === 'unreadable') return setCurrent({ state: 'unreadable' })
    setCurrent(record ? { state: record.locked ? 'locked' : 'wiped' } : { state: 'none' })
    if (record?.locked) expectPin()
  }, [])
  useEffect(() => void look(), [look])

  useEffect(() => {
    const send = () => void deliver()
    const knock = () => void deliver(true)
    knock()
    const timer = setInterval(send, halfMinute)
    addEventListener('online', knock)
    return () => {
      clearInterval(timer)
      removeEventListener('online', knock)
    }
  }, [deliver])

  const lock = useCallback(
    () => setCurrent((now) => (now.state === 'unlocked' ? { state: 'locked' } : now)),
    [],
  )
  useLockWhenAway(lock)
  useSessionless(current.state)

  const value = useMemo(
    () => ({
      current,
      delivery,
      deliver,
      lock,
      unlock: async (pin: string) => {
        const unlocking = await unlockPhone(pin)
        if (unlocking.unlocked) setCurrent({ state: 'unlocked', phone: unlocking.phone })
        else if (unlocking.triesLeft <= 0) setCurrent({ state: 'wiped' })
        return unlocking
      },
      enroll: async (enrolled: Enrolled, pin: string) => {
        const phone = await enrollPhone(enrolled, pin)
        setCurrent({ state: 'unlocked', phone })
      },
      wipe: async () => {
        await wipePhone()
        setCurrent({ state: 'wiped' })
      },
      look,
      forget: async () => {
        await endSession()
        if (current.state === 'wiped') await forgetPhone()
        setCurrent({ state: 'none' })
      },
    }),
    [current, delivery, deliver, lock, look],
  )
  return <Context value={value}>{children}</Context>
}

/** A phone that died as it wrote may take a moment to give back what it keeps. One that gives nothing back is no stranger's. */
const readPhone = async () => {
  for (const waitMs of [100, 400, 1_500]) {
    const record = await findPhone().catch(() => 'unreadable' as const)
    if (record !== 'unreadable') return record
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
  return findPhone().catch(() => 'unreadable' as const)
}

/** What is here; nothing known when it cannot be read, so that nothing is called sent that may not be. */
const counted = async () => {
  const waiting = await findWaiting().catch(() => undefined)
  if (!waiting) return {}
  const of = (state: string) => waiting.filter((one) => one.state === state).length
  return { waiting: of('waiting'), refused: of('refused'), held: of('held') }
}

/** A phone left alone for two minutes, or put away for as long, asks for its PIN again. */
const useLockWhenAway = (lock: () => void) => {
  useEffect(() => {
    let last = Date.now()
    const touch = () => {
      last = Date.now()
    }
    const check = () => {
      if (Date.now() - last > twoMinutes) lock()
    }
    const timer = setInterval(check, 5_000)
    const events = ['pointerdown', 'keydown', 'input'] as const
    for (const event of events) addEventListener(event, touch, { passive: true })
    document.addEventListener('visibilitychange', check)
    return () => {
      clearInterval(timer)
      for (const event of events) removeEventListener(event, touch)
      document.removeEventListener('visibilitychange', check)
    }
  }, [lock])
}
