import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { Qr } from '#ui/Qr.tsx'
import { nobody } from '../../archive/client.ts'
import { shownElection } from '../../archive/election.ts'
import { ask } from '../../archive/worker.ts'
import type { Receipt } from '../contract.ts'
import { keepTracker } from '../kept.ts'
import { ballotTexts } from '../messages.ts'
import styles from './ballot.module.css'
import { Choosing, Chosen, type Marks, votesOf } from './Choosing.tsx'
import { NotReceived, Received } from './Outcome.tsx'

type Step =
  | { at: 'choosing'; busy: boolean; fault: boolean }
  | { at: 'review'; ballot: number; seal: string }
  | { at: 'sending'; text: string }
  | { at: 'received'; receipt: Receipt }
  | { at: 'not-received'; text: string; error: unknown }
  | { at: 'challenged'; seal: string }

/** Choose, review, then cast or challenge. What the server did not say it received was not received: nothing waits. */
export function Voting({ uuid, code, document, onForget }: VotingProps) {
  const text = useTexts(ballotTexts)
  const election = shownElection(document)
  const empty: Marks = election.questions.map(() => null)
  const [marks, setMarks] = useState(empty)
  const [step, setStep] = useState<Step>({ at: 'choosing', busy: false, fault: false })
  const again = () => {
    setMarks(empty)
    setStep({ at: 'choosing', busy: false, fault: false })
  }
  const prepare = async () => {
    setStep({ at: 'choosing', busy: true, fault: false })
    try {
      const prepared = await ask('prepare', { election: document, code, votes: votesOf(marks) })
      setStep({ at: 'review', ...prepared })
    } catch {
      setStep({ at: 'choosing', busy: false, fault: true })
    }
  }
  const send = async (ballot: string) => {
    setStep({ at: 'sending', text: ballot })
    try {
      const receipt = await nobody.remote.cast({ uuid, text: ballot })
      keepTracker(uuid, receipt.tracker)
      setStep({ at: 'received', receipt: receipt as Receipt })
    } catch (error) {
      setStep({ at: 'not-received', text: ballot, error })
    }
  }
  const cast = async (ballot: number) => {
    setStep({ at: 'sending', text: '' })
    await send((await ask('cast', { ballot })).text)
  }
  const challenge = async (ballot: number) => {
    const { opening, seal } = await ask('challenge', { ballot })
    try {
      await nobody.remote.challenge({ uuid, opening })
      setStep({ at: 'challenged', seal })
    } catch (error) {
      setStep({ at: 'not-received', text: '', error })
    }
  }
  if (step.at === 'choosing')
    return (
      <>
        {step.fault && <Notice kind="bad" title={text.fault} />}
        <Choosing election={election} marks={marks} onMark={setMarks} onDone={prepare} busy={step.busy} />
      </>
    )
  if (step.at === 'received')
    return <Received uuid={uuid} receipt={step.receipt} onAgain={again} onForget={onForget} />
  if (step.at === 'not-received')
    return (
      <NotReceived
        error={step.error}
        onRetry={step.text ? () => send(step.text) : undefined}
        onAgain={again}
      />
    )
  if (step.at === 'challenged')
    return (
      <Section title={text.challenged}>
        <p>{text.challengedHelp}</p>
        <Chosen election={election} votes={votesOf(marks)} />
        <div className={styles.qr}>
          <Qr text={`${location.origin}/opened/${uuid}#${step.seal}`} label={text.openedQr} />
        </div>
        <p>{text.sealLabel}</p>
        <p className={styles.code}>{step.seal}</p>
        <Button size="lg" fullWidth onClick={again}>
          {text.again}
        </Button>
      </Section>
    )
  return (
    <Section title={text.reviewTitle}>
      <Chosen election={election} votes={votesOf(marks)} />
      <p>{text.reviewHelp}</p>
      <div className={styles.stack}>
        <Button
          size="xl"
          fullWidth
          loading={step.at === 'sending'}
          onClick={() => step.at === 'review' && cast(step.ballot)}
        >
          {text.cast}
        </Button>
        <Button variant="default" size="lg" fullWidth disabled={step.at === 'sending'} onClick={again}>
          {text.change}
        </Button>
      </div>
      {step.at === 'review' && (
        <details>
          <summary>{text.challenge}</summary>
          <p>{text.sealHelp}</p>
          <p className={styles.code}>{step.seal}</p>
          <p>{text.challengeHelp}</p>
          <Button variant="default" onClick={() => challenge(step.ballot)}>
            {text.challenge}
          </Button>
        </details>
      )}
    </Section>
  )
}

type VotingProps = { uuid: string; code: string; document: string; onForget: () => void }
