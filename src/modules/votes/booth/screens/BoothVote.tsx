import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { shownElection } from '../../archive/election.ts'
import { ask } from '../../archive/worker.ts'
import { ballotTexts } from '../../remote/messages.ts'
import { Choosing, Chosen, type Marks, votesOf } from '../../remote/screens/Choosing.tsx'
import type { BoothKit } from '../contract.ts'
import { copyEntry, type Medium } from '../medium.ts'
import { boothTexts } from '../messages.ts'
import { hush, speak } from '../speech.ts'
import { addEntry, addOpening } from '../tablet.ts'
import { BoothEntry, type Entered } from './BoothEntry.tsx'
import styles from './booth.module.css'

type Step =
  | { at: 'entry' }
  | { at: 'choosing'; busy: boolean }
  | { at: 'review'; ballot: number; seal: string }
  | { at: 'challenged'; seal: string }
  | { at: 'deposited'; tracker: string; copied: boolean }
  | { at: 'failed' }

/** The locked screen of a voter in a booth. Nothing needs a network; a ballot is announced only once it is on disk. */
export function BoothVote({ kit, medium, pin, onLeave }: BoothVoteProps) {
  const text = useTexts(boothTexts)
  const ballotText = useTexts(ballotTexts)
  const election = shownElection(kit.election)
  const empty: Marks = election.questions.map(() => null)
  const [entered, setEntered] = useState<Entered | null>(null)
  const [marks, setMarks] = useState(empty)
  const [step, setStep] = useState<Step>({ at: 'entry' })
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    void navigator.wakeLock?.request('screen').catch(() => {})
    return () => removeEventListener('beforeunload', stay)
  }, [])
  const restart = (at: 'entry' | 'choosing') => {
    hush()
    setMarks(empty)
    if (at === 'entry') setEntered(null)
    setStep(at === 'entry' ? { at } : { at, busy: false })
  }
  const failing = (work: () => Promise<void>) => () => work().catch(() => setStep({ at: 'failed' }))
  const prepare = failing(async () => {
    setStep({ at: 'choosing', busy: true })
    const asked = { election: kit.election, code: entered!.code, votes: votesOf(marks) }
    setStep({ at: 'review', ...(await ask('prepare', asked)) })
  })
  const cast = (ballot: number) =>
    failing(async () => {
      const { text: sealed, tracker } = await ask('cast', { ballot })
      const entry = await addEntry(kit, sealed, entered!.credential)
      const copied =
        !medium ||
        (await copyEntry(medium, kit, entry).then(
          () => true,
          () => false,
        ))
      setStep({ at: 'deposited', tracker, copied })
    })
  const challenge = (ballot: number) =>
    failing(async () => {
      const { seal, opening } = await ask('challenge', { ballot })
      await addOpening(seal, opening)
      setStep({ at: 'challenged', seal })
    })
  const aloud = election.questions
    .map(({ question, answers }) => [question, ...answers, ballotText.blank].join('. '))
    .join('. ')
  return (
    <main className={styles.booth}>
      <div className={`${styles.bar} no-print`}>
        <Button size="lg" variant="default" onClick={() => speak(step.at === 'entry' ? text.welcome : aloud)}>
          {text.listen}
        </Button>
        <Button size="lg" variant="subtle" onClick={hush}>
          {text.hush}
        </Button>
      </div>
      {kit.rehearsal && <Notice kind="warn" title={text.rehearsal} />}
      {step.at === 'entry' && (
        <BoothEntry
          kit={kit}
          pin={pin}
          onLeave={onLeave}
          onEntered={(found) => {
            setEntered(found)
            restart('choosing')
          }}
        />
      )}
      {step.at === 'choosing' && (
        <>
          <h1>{election.name}</h1>
          <p>{text.alone}</p>
          <Choosing
            election={election}
            marks={marks}
            onMark={(changed) => {
              setMarks(changed)
              const at = changed.findIndex((mark, place) => mark !== marks[place])
              const mark = changed[at]
              speak(
                mark === 'blank' ? ballotText.blank : (election.questions[at]?.answers[Number(mark)] ?? ''),
              )
            }}
            onDone={prepare}
            busy={step.busy}
          />
        </>
      )}
      {step.at === 'review' && (
        <>
          <h1>{ballotText.reviewTitle}</h1>
          <Chosen election={election} votes={votesOf(marks)} />
          <div className={styles.stack}>
            <Button size="xl" fullWidth onClick={cast(step.ballot)}>
              {text.cast}
            </Button>
            <Button size="lg" variant="default" fullWidth onClick={() => restart('choosing')}>
              {ballotText.change}
            </Button>
          </div>
          <details>
            <summary>{ballotText.challenge}</summary>
            <p>{text.sealHelp}</p>
            <p className={styles.code}>{step.seal}</p>
            <Button size="lg" variant="default" onClick={challenge(step.ballot)}>
              {ballotText.challenge}
            </Button>
          </details>
        </>
      )}
      {step.at === 'challenged' && (
        <>
          <Notice kind="warn" title={text.challenged} />
          <Chosen election={election} votes={votesOf(marks)} />
          <p className={styles.code}>{step.seal}</p>
          <Button size="xl" fullWidth onClick={() => restart('choosing')}>
            {ballotText.again}
          </Button>
        </>
      )}
      {step.at === 'deposited' && (
        <>
          <Notice kind="good" title={text.deposited} />
          {!step.copied && <Notice kind="bad" title={text.notCopied} />}
          <h1>{ballotText.tracker}</h1>
          <p className={styles.code} data-tracker>
            {step.tracker}
          </p>
          <p>{text.trackerHelp}</p>
          <div className={`${styles.stack} no-print`}>
            <Button size="lg" variant="default" onClick={() => window.print()}>
              {text.print}
            </Button>
            <Button size="xl" onClick={() => restart('entry')}>
              {text.finish}
            </Button>
          </div>
        </>
      )}
      {step.at === 'failed' && (
        <>
          <Notice kind="bad" title={text.notKept} />
          <Button size="xl" fullWidth onClick={() => restart('entry')}>
            {text.finish}
          </Button>
        </>
      )}
    </main>
  )
}

type BoothVoteProps = { kit: BoothKit; medium: Medium | null; pin: string; onLeave: () => void }
