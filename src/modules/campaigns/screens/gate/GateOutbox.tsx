import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { keepCached, readCached } from '#platform/offline/phone/cache.ts'
import type { Waiting } from '#platform/offline/phone/database.ts'
import { type Draft, discardOperation, findDrafts } from '#platform/offline/phone/outbox.ts'
import { usePhone } from '#platform/offline/screens/PhoneProvider.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { gateTexts } from '../../messages.gate.ts'
import type { RecordConversation } from '../../operations.ts'
import { upToDate } from '../../versions.ts'
import { type OperationKind, useGate } from './GateProvider.tsx'
import { formName, formOf } from './GateTalk.tsx'
import styles from './gate.module.css'

type Entry = Waiting & { readable: Draft | undefined }

/** Where everything written on this phone is. What was refused stays with its reason until its author mends or discards it. */
export function GateOutbox() {
  const text = useTexts(gateTexts)
  const [language] = useLanguage()
  const { phone, bundle, write, refresh } = useGate()
  const navigate = useNavigate()
  const { delivery, deliver } = usePhone()
  const [entries, setEntries] = useState<Entry[]>([])
  const [asked, setAsked] = useState<Entry>()
  const reload = useCallback(() => findDrafts(phone).then(setEntries), [phone])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each delivery changes what waits.
  useEffect(() => void reload(), [reload, delivery])
  const about = ({ readable }: Entry) => {
    const input = readable?.input as { personId?: string; handle?: string } | undefined
    return input?.handle ?? bundle?.people.find(({ id }) => id === input?.personId)?.handle ?? ''
  }
  /**
   * A refused conversation opens again as it was filled in; anything else is sent anew. What was refused leaves the phone only
   * as what takes its place comes, and an older version's is brought up to date first.
   */
  const again = async ({ id, readable }: Entry) => {
    if (!readable) return
    const { kind, input } = upToDate(readable)
    if (kind === 'conversation.record') {
      const talk = input as RecordConversation
      const { personId } = talk
      const tomorrow = new Date(Date.now() + 24 * 3600_000).toISOString()
      if (!(await readCached(phone, formName(personId, id))))
        await keepCached(phone, formName(personId, id), formOf(talk), '', tomorrow)
      await navigate({ to: '/gate/people/$personId/talk', params: { personId }, search: { mends: id } })
    } else {
      await write(kind as OperationKind, input, { replaces: id })
      await reload()
    }
  }
  return (
    <Page
      title={text.outboxTitle}
      actions={
        <Button
          variant="default"
          onClick={() => deliver().then(refresh).then(reload)}
          loading={delivery.sending}
        >
          {text.sendNow}
        </Button>
      }
    >
      {entries.length === 0 && <Empty title={text.outboxEmpty} />}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry} data-state={entry.state}>
            <div>
              <strong>
                {entry.readable
                  ? (text.kindsWritten[entry.readable.kind] ?? entry.readable.kind)
                  : text.sealedOnly}
              </strong>{' '}
              {about(entry)}
              <div className={styles.soft}>
                {moment(entry.writtenAt, language)} ·{' '}
                {entry.state === 'refused' ? text.refused : entry.state === 'held' ? text.held : text.waiting}
              </div>
              {entry.sentence && <p className={styles.late}>{entry.sentence}</p>}
            </div>
            {entry.state === 'refused' && (
              <div className={styles.pair}>
                {entry.readable && (
                  <Button variant="default" onClick={() => again(entry)}>
                    {text.edit}
                  </Button>
                )}
                <Button variant="default" onClick={() => setAsked(entry)}>
                  {text.discard}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Dialog title={text.discardSure} onClose={() => setAsked(undefined)}>
          <DialogActions>
            <Button variant="default" onClick={() => setAsked(undefined)}>
              {text.keep}
            </Button>
            <Button
              onClick={async () => {
                await discardOperation(asked.id)
                setAsked(undefined)
                await deliver()
                await reload()
              }}
            >
              {text.discard}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Page>
  )
}
