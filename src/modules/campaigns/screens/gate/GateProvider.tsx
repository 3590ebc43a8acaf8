import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { api } from '#api'
import { useSession } from '#platform/access/screens/session.tsx'
import { keepCached, readCached, renewCached } from '#platform/offline/phone/cache.ts'
import { isFull } from '#platform/offline/phone/database.ts'
import { findDrafts, writeOperation } from '#platform/offline/phone/outbox.ts'
import type { UnlockedPhone } from '#platform/offline/phone/phone.ts'
import { signedIn } from '#platform/offline/phone/signed.ts'
import { usePhone } from '#platform/offline/screens/PhoneProvider.tsx'
import { localDay } from '#platform/text/day.ts'
import { useTexts } from '#ui/language.tsx'
import { type Bundle, homeCampaign, type LocalDraft, withDrafts } from '../../local.ts'
import { gateTexts } from '../../messages.gate.ts'
import { campaignVersions, upToDate } from '../../versions.ts'
import styles from './gate.module.css'

/** What is written at the gate: the campaign's operations, and that a name was opened. */
export type OperationKind = keyof typeof campaignVersions | 'name.open'

const versionOf = (kind: OperationKind) => (kind === 'name.open' ? 1 : campaignVersions[kind])

/** The kept form that an operation was filled in with, and the refused one that it corrects. */
export type FormOf = { clears?: string; replaces?: string | undefined }

type Trouble = 'full' | 'other'

type Gate = {
  phone: UnlockedPhone
  /** undefined: nothing is kept on this phone yet, or it expired. */
  bundle: Bundle | undefined
  today: string
  /** Answers once it is safely on this phone; `false` when it is not, and then the screen says so until something is. */
  write: (kind: OperationKind, input: unknown, form?: FormOf) => Promise<boolean>
  refresh: () => Promise<void>
}

const Context = createContext<Gate | undefined>(undefined)

export const useGate = (): Gate => {
  const gate = useContext(Context)
  if (!gate) throw new Error('useGate stands inside GateProvider.')
  return gate
}

const nothing: Bundle = { alias: '', lists: [], campaigns: [], people: [] }

/** The assigned list on an unlocked phone: from its own cache at once, from the server when it is reached. */
export function GateProvider({ phone, children }: { phone: UnlockedPhone; children: ReactNode }) {
  const text = useTexts(gateTexts)
  const { deliver } = usePhone()
  const { refresh: refreshSession } = useSession()
  const [kept, setKept] = useState<Bundle>()
  const [drafts, setDrafts] = useState<LocalDraft[]>([])
  const [loaded, setLoaded] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()

  const reload = useCallback(async () => {
    const cached = await readCached<Bundle>(phone, 'bundle')
    const waiting = await findDrafts(phone)
    setKept(cached?.value)
    setDrafts(
      waiting.flatMap(({ state, readable }) => (readable && state !== 'refused' ? [upToDate(readable)] : [])),
    )
    setLoaded(true)
    return cached?.digest
  }, [phone])

  const refresh = useCallback(async () => {
    await deliver(true)
    const have = await reload()
    const fetched = await signedIn(phone, () => api.campaigns.bundle({ have })).catch(() => undefined)
    if (!fetched) return
    const { content, digest, expiresAt } = fetched
    const keep = () =>
      content ? keepCached(phone, 'bundle', content, digest, expiresAt) : renewCached('bundle', expiresAt)
    const kept = await keep().then(
      () => true,
      () => false,
    )
    await reload()
    // Without room it is on the screen only, until the phone is locked.
    if (!kept && content) setKept(content)
    await refreshSession()
  }, [phone, deliver, reload, refreshSession])

  useEffect(() => {
    void refresh()
    addEventListener('online', refresh)
    return () => removeEventListener('online', refresh)
  }, [refresh])

  const write = useCallback(
    async (kind: OperationKind, input: unknown, form: FormOf = {}) => {
      try {
        await writeOperation(phone, { kind, input, version: versionOf(kind), ...form })
      } catch (error) {
        setTrouble(isFull(error) ? 'full' : 'other')
        return false
      }
      setTrouble(undefined)
      await reload()
      void deliver().then(reload)
      return true
    },
    [phone, reload, deliver],
  )

  const gate = useMemo((): Gate => {
    const timeZone =
      (kept && homeCampaign(kept)?.timeZone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    const dayOf = (at: string | Date) => localDay(new Date(at), timeZone)
    const base = kept ?? (drafts.length > 0 ? nothing : undefined)
    return {
      phone,
      bundle: base && withDrafts(base, drafts, dayOf),
      today: dayOf(new Date()),
      write,
      refresh,
    }
  }, [phone, kept, drafts, write, refresh])
  return (
    <Context value={gate}>
      {loaded ? children : null}
      {trouble && (
        <div className={styles.alarm} role="alert">
          {text[trouble === 'full' ? 'full' : 'notSaved']}
        </div>
      )}
    </Context>
  )
}
