import { Button } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from '#platform/http/client.ts'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import type { Receipt } from '../contract.ts'
import { forgetTrackers } from '../kept.ts'
import { ballotTexts } from '../messages.ts'
import styles from './ballot.module.css'

/** The server said that the ballot is in the box: its tracker, and that one may still vote again. */
export function Received({ uuid, receipt, onAgain, onForget }: ReceivedProps) {
  const text = useTexts(ballotTexts)
  const [copied, setCopied] = useState(false)
  return (
    <>
      <Notice kind="good" title={text.received}>
        {receipt.replaces && text.replaced}
      </Notice>
      <Section title={text.tracker}>
        <p className={styles.code} data-tracker>
          {receipt.tracker}
        </p>
        <p>{text.trackerHelp}</p>
        <div className={styles.stack}>
          <Button
            variant="default"
            onClick={async () => {
              await navigator.clipboard.writeText(receipt.tracker)
              setCopied(true)
            }}
          >
            {copied ? text.copied : text.copy}
          </Button>
          <Button
            variant="subtle"
            onClick={() => {
              forgetTrackers(uuid)
              onForget()
            }}
          >
            {text.forget}
          </Button>
        </div>
        <p>{text.revote}</p>
        <Button variant="default" onClick={onAgain}>
          {text.revoteAction}
        </Button>
      </Section>
    </>
  )
}

type ReceivedProps = { uuid: string; receipt: Receipt; onAgain: () => void; onForget: () => void }

/** It was not received, and nothing will send it later. */
export function NotReceived({ error, onRetry, onAgain }: NotReceivedProps) {
  const text = useTexts(ballotTexts)
  return (
    <>
      <Notice kind="bad" title={text.notReceived}>
        <p>{sentenceOf(error) ?? text.notReceivedHelp}</p>
      </Notice>
      <div className={styles.stack}>
        {onRetry && (
          <Button size="xl" fullWidth onClick={onRetry}>
            {text.retry}
          </Button>
        )}
        <Button variant="default" fullWidth onClick={onAgain}>
          {text.again}
        </Button>
      </div>
    </>
  )
}

type NotReceivedProps = { error: unknown; onRetry: (() => void) | undefined; onAgain: () => void }
