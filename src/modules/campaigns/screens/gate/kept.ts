import { useCallback, useEffect, useRef, useState } from 'react'
import { keepCached, readCached } from '#platform/offline/phone/cache.ts'
import type { UnlockedPhone } from '#platform/offline/phone/phone.ts'

/** Where a half-filled form is: nothing to keep yet, on its way to this phone's memory, there, or on this screen only: no room. */
export type Keeping = 'nothing' | 'keeping' | 'kept' | 'no room'

const oneDayMs = 24 * 3600_000

/**
 * A form whose every change is kept, encrypted, on the phone for a day: a killed browser, a dead battery or a new version of
 * the application loses nothing of it. `undefined` until it is known what was kept. Whoever saves the form awaits `settled`,
 * and clears it by its name in the same write, so that it is either still a form or already saved, never both.
 */
export const useKept = <Form>(phone: UnlockedPhone, name: string, empty: () => Form) => {
  const [form, setForm] = useState<Form>()
  const [keeping, setKeeping] = useState<Keeping>('nothing')
  const last = useRef(Promise.resolve())
  // biome-ignore lint/correctness/useExhaustiveDependencies: an empty form is made once for each name.
  useEffect(() => {
    // A phone that was dead may not know what day it is; what somebody typed is not lost by that.
    readCached<Form>(phone, name, { whateverTheClock: true })
      .then((kept) => {
        setForm(kept?.value ?? empty())
        setKeeping(kept ? 'kept' : 'nothing')
      })
      .catch(() => setForm(empty()))
  }, [phone, name])
  const change = (next: Form) => {
    setForm(next)
    setKeeping((now) => (now === 'no room' ? now : 'keeping'))
    const tomorrow = new Date(Date.now() + oneDayMs).toISOString()
    // One after the other: the last change is the one that stays.
    last.current = last.current
      .then(() => keepCached(phone, name, next, '', tomorrow))
      .then(
        () => setKeeping('kept'),
        () => setKeeping('no room'),
      )
  }
  const settled = useCallback(() => last.current, [])
  return { form, change, keeping, settled }
}
