import type { Vote } from '@asamblea/ballots/question'
import { Button } from '@mantine/core'
import { Choice } from '#ui/Choice.tsx'
import { useTexts } from '#ui/language.tsx'
import type { ShownElection } from '../../archive/election.ts'
import { ballotTexts } from '../messages.ts'
import styles from './ballot.module.css'

/** What is marked so far on each question: a place, `blank`, or nothing yet. */
export type Marks = readonly (string | null)[]

export const votesOf = (marks: Marks): Vote[] =>
  marks.map((mark) => (mark === null || mark === 'blank' ? 'blank' : [Number(mark)]))

/** The ballot: one choice of each question, or blank. */
export function Choosing({ election, marks, onMark, onDone, busy }: ChoosingProps) {
  const text = useTexts(ballotTexts)
  const change = (at: number, mark: string) => onMark(marks.map((old, place) => (place === at ? mark : old)))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onDone()
      }}
    >
      {election.questions.map(({ question, answers }, at) => (
        <div key={question} className={styles.stack}>
          <Choice
            label={question}
            columns={1}
            value={marks[at] ?? null}
            onChange={(mark) => change(at, mark)}
            options={[
              ...answers.map((answer, place) => ({ value: String(place), label: answer })),
              { value: 'blank', label: text.blank },
            ]}
          />
        </div>
      ))}
      <Button
        type="submit"
        size="xl"
        fullWidth
        mt="lg"
        disabled={marks.some((mark) => mark === null)}
        loading={busy}
      >
        {text.review}
      </Button>
    </form>
  )
}

type ChoosingProps = {
  election: ShownElection
  marks: Marks
  onMark: (marks: Marks) => void
  onDone: () => void
  busy: boolean
}

/** What was marked, in words. */
export function Chosen({ election, votes }: { election: ShownElection; votes: readonly Vote[] }) {
  const text = useTexts(ballotTexts)
  return (
    <dl className={styles.answers}>
      {election.questions.map(({ question, answers }, at) => {
        const vote = votes[at]
        const words = vote === 'blank' || !vote ? text.blank : vote.map((place) => answers[place]).join(', ')
        return (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{words}</dd>
          </div>
        )
      })}
    </dl>
  )
}
