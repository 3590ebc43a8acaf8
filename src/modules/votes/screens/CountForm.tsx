import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { dropCached, keepCached, readCached } from '#platform/offline/phone/cache.ts'
import type { UnlockedPhone } from '#platform/offline/phone/phone.ts'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { dayTexts } from '../messages.day.ts'
import { blankIsNull, checkCode, doubtsOf, sumOf } from '../rules.count.ts'
import type { Count, Question, Tally } from '../schema.ts'
import { Counter } from './Counter.tsx'
import type { TableOnPhone } from './UrnPage.tsx'
import styles from './votes.module.css'

type Props = {
  table: TableOnPhone
  phone: UnlockedPhone
  write: (kind: string, input: object) => Promise<void>
}

type Kept = { count: Count; done: boolean }

const blankTally = ({ id, choices }: Question): Tally => ({
  questionId: id,
  votes: choices.map((choice) => ({ choiceId: choice.id, votes: 0 })),
  blank: 0,
  nulled: 0,
})

const numbers = ['signed', 'received', 'unused', 'ballots'] as const
const twoDays = 48 * 3600_000

/** One counter's count, alone. Every tap is kept on the phone; when it is done, a code tells whether the other's is equal. */
export function CountForm({ table, phone, write }: Props) {
  const text = useTexts(dayTexts)
  const [kept, setKept] = useKept(phone, table)
  const [failed, setFailed] = useState(false)
  if (!kept) return null
  const { count, done } = kept
  const set = (how: Partial<Count>) => setKept({ count: { ...count, ...how }, done: false })
  const setTally = (questionId: string, how: (tally: Tally) => Tally) =>
    set({ tallies: count.tallies.map((one) => (one.questionId === questionId ? how(one) : one)) })
  const names = { signed: text.signed, received: text.received, unused: text.unused, ballots: text.inUrn }
  const whole = count.tallies.every((tally) => sumOf(tally) === count.ballots)
  const doubts = doubtsOf(count, table.onRoll)
  const finish = async () => {
    try {
      await write('urn.count', { voteId: table.voteId, tableId: table.tableId, ...count })
      setKept({ count, done: true })
    } catch {
      setFailed(true)
    }
  }
  if (done)
    return (
      <div className={styles.stack}>
        <p>{text.code}</p>
        <output className={styles.code}>{checkCode(table.tableId, count)}</output>
        <p>{text.codeHelp}</p>
        <p className={styles.soft}>{text.noted}</p>
        <div>
          <Button variant="default" onClick={() => setKept({ count, done: false })}>
            {text.again}
          </Button>
        </div>
      </div>
    )
  return (
    <div>
      <p>{text.countLead}</p>
      {numbers.map((field) => (
        <Counter
          key={field}
          label={names[field]}
          value={count[field]}
          onChange={(value) => set({ [field]: value })}
        />
      ))}
      {doubts.length > 0 && count.ballots > 0 && (
        <Notice kind="warn">
          {doubts.map(({ kind, difference }) => (
            <p key={kind}>
              {text.doubts[kind]} ({Math.abs(difference)})
            </p>
          ))}
          <p>{text.doubtHelp}</p>
        </Notice>
      )}
      {table.questions.map((question) => (
        <QuestionCount
          key={question.id}
          table={table}
          question={question}
          ballots={count.ballots}
          tally={count.tallies.find(({ questionId }) => questionId === question.id)!}
          onChange={(how) => setTally(question.id, how)}
        />
      ))}
      {failed && <Notice kind="bad">{text.noVoteHere}</Notice>}
      <Button fullWidth size="lg" mt="md" onClick={finish} disabled={!whole || count.ballots === 0}>
        {text.done}
      </Button>
    </div>
  )
}

type QuestionProps = {
  table: TableOnPhone
  question: Question
  ballots: number
  tally: Tally
  onChange: (how: (tally: Tally) => Tally) => void
}

function QuestionCount({ table, question, ballots, tally, onChange }: QuestionProps) {
  const text = useTexts(dayTexts)
  const together = blankIsNull(table.kind)
  const sum = sumOf(tally)
  const setVotes = (choiceId: string, votes: number) =>
    onChange((one) => ({
      ...one,
      votes: one.votes.map((each) => (each.choiceId === choiceId ? { ...each, votes } : each)),
    }))
  return (
    <section aria-label={question.text}>
      <h3>{question.text}</h3>
      <p className={styles.soft}>{together ? text.ruleNull : text.ruleBlank}</p>
      {question.choices.map((choice) => (
        <Counter
          key={choice.id}
          label={choice.text}
          value={tally.votes.find(({ choiceId }) => choiceId === choice.id)?.votes ?? 0}
          onChange={(votes) => setVotes(choice.id, votes)}
        />
      ))}
      {!together && (
        <Counter
          label={text.blank}
          value={tally.blank}
          onChange={(blank) => onChange((one) => ({ ...one, blank }))}
        />
      )}
      <Counter
        label={together ? text.blankNull : text.nulled}
        value={tally.nulled}
        onChange={(nulled) => onChange((one) => ({ ...one, nulled }))}
      />
      <div
        className={styles.running}
        role="status"
        data-whole={sum === ballots && ballots > 0 ? '' : undefined}
      >
        <strong>{text.sum(sum, ballots)}</strong>
        {sum < ballots && <span>{text.short(ballots - sum)}</span>}
        {sum > ballots && <span className={styles.bad}>{text.over(sum - ballots)}</span>}
      </div>
    </section>
  )
}

/** The count as this phone keeps it, so that a killed browser loses no tap. */
const useKept = (phone: UnlockedPhone, table: TableOnPhone) => {
  const name = `count/${table.tableId}`
  const [kept, setKept] = useState<Kept>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each table; what the server says anew of it changes no tap.
  useEffect(() => {
    const empty: Kept = {
      count: { signed: 0, received: 0, unused: 0, ballots: 0, tallies: table.questions.map(blankTally) },
      done: false,
    }
    const ids = (questions: readonly { questionId: string }[]) =>
      questions.map(({ questionId }) => questionId).join()
    void readCached<Kept>(phone, name).then(async (found) => {
      const same = found && ids(found.value.count.tallies) === ids(empty.count.tallies)
      if (found && !same) await dropCached(name)
      setKept(same ? found.value : empty)
    })
  }, [phone, name])
  const keep = (next: Kept) => {
    setKept(next)
    void keepCached(phone, name, next, '', new Date(Date.now() + twoDays).toISOString())
  }
  return [kept, keep] as const
}
