import { percent } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { dayTexts } from '../messages.day.ts'
import { voteWords } from '../messages.ts'
import type { Question, Result } from '../schema.ts'
import styles from './votes.module.css'

type Props = { questions: readonly Question[]; result: Result; rollHash: string }

/** A result as the acta states it: turnout, each question joined over modes, both readings, urn by urn, fingerprints. */
export function ResultTables({ questions, result, rollHash }: Props) {
  const text = useTexts(dayTexts)
  const words = useTexts(voteWords)
  const [language] = useLanguage()
  const voted = result.paperVoted + result.electronicVoted
  return (
    <>
      <dl className={styles.figures}>
        <div>
          <dt>{text.voted}</dt>
          <dd>{voted}</dd>
        </div>
        <div>
          <dt>{text.covered}</dt>
          <dd>{result.covered}</dd>
        </div>
        <div>
          <dt>{text.turnout}</dt>
          <dd>{percent(result.covered === 0 ? 0 : voted / result.covered, language)}</dd>
        </div>
      </dl>
      {questions.map((question, at) => (
        <Section key={question.id} title={question.text}>
          <Tally tally={result.tallies[at]!} />
          <Notice title={words.outcomes[result.outcomes[at]!.outcome]}>
            {result.outcomes[at]!.says.map((says) => (
              <p key={says.es}>{says[language]}</p>
            ))}
          </Notice>
        </Section>
      ))}
      {result.urns.length > 0 && (
        <Section title={text.byUrn}>
          <Urns questions={questions} urns={result.urns} />
        </Section>
      )}
      <Section title={text.fingerprints}>
        <p>
          {text.rollHash}: <span className={styles.hash}>{rollHash}</span>
        </p>
        {result.urns.flatMap(({ number, actas }) =>
          actas.map((digest) => (
            <p key={digest}>
              {text.acta(number)}: <span className={styles.hash}>{digest}</span>
            </p>
          )),
        )}
        {result.archiveDigest && (
          <p>
            {text.archive}: <span className={styles.hash}>{result.archiveDigest}</span>
          </p>
        )}
      </Section>
    </>
  )
}

function Tally({ tally }: { tally: Result['tallies'][number] }) {
  const text = useTexts(dayTexts)
  const apart = [
    { name: text.blank, total: tally.blank },
    { name: text.nulled, total: tally.nulled },
  ]
  return (
    <Scroll label={text.choice} className={styles.rows}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.choice}</th>
            <th scope="col" data-number>
              {text.onPaper}
            </th>
            <th scope="col" data-number>
              {text.electronic}
            </th>
            <th scope="col" data-number>
              {text.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {tally.choices.map((choice) => (
            <tr key={choice.id}>
              <th scope="row">{choice.text}</th>
              <td data-number>{choice.paper}</td>
              <td data-number>{choice.electronic}</td>
              <td data-number>
                <strong>{choice.total}</strong>
              </td>
            </tr>
          ))}
          {apart.map(({ name, total }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td />
              <td />
              <td data-number>{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Urns({ questions, urns }: { questions: readonly Question[]; urns: Result['urns'] }) {
  const text = useTexts(dayTexts)
  return (
    <Scroll label={text.byUrn} className={styles.rows}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.table(0).replace(' 0', '')}</th>
            <th scope="col" data-number>
              {text.signedShort}
            </th>
            <th scope="col" data-number>
              {text.ballotsShort}
            </th>
            {questions.flatMap(({ choices }) =>
              choices.map((choice) => (
                <th key={choice.id} scope="col" data-number>
                  {choice.text}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {urns.map(({ number, place, signed, ballots, tallies }) => (
            <tr key={number}>
              <th scope="row">
                {number} · {place}
              </th>
              <td data-number>{signed}</td>
              <td data-number>{ballots}</td>
              {questions.flatMap(({ id, choices }) =>
                choices.map((choice) => (
                  <td key={choice.id} data-number>
                    {tallies
                      .find(({ questionId }) => questionId === id)
                      ?.votes.find(({ choiceId }) => choiceId === choice.id)?.votes ?? 0}
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {urns.flatMap(({ number, setAside }) =>
        setAside.map(({ reason, count: { signed, ballots } }) => (
          <p key={`${number} ${reason}`}>
            {text.table(number)}. {text.setAside} {reason} ({text.countSays(signed, ballots)})
          </p>
        )),
      )}
    </Scroll>
  )
}
