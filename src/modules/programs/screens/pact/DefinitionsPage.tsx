import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay, useMembership } from '#platform/access/screens/session.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page, Section } from '#ui/Page.tsx'
import { pactTexts } from '../../messages.pact.ts'
import { programWords } from '../../messages.ts'
import { PactBadge } from '../parts/PactBadge.tsx'
import styles from '../programs.module.css'
import { Connect } from './Connect.tsx'

type Listed = Awaited<ReturnType<typeof api.programs.definitions>>[number]

/** Every version that this organization is a party to; those that wait for its word first. */
export function DefinitionsPage() {
  const text = useTexts(pactTexts)
  const funds = useMembership().kind === 'funder'
  const connects = useMay(['owner', 'funder_officer'])
  const { data, error } = useQuery({ queryKey: ['definitions'], queryFn: () => api.programs.definitions() })
  const pending = data?.filter(({ state }) => state.state === 'draft' || state.state === 'disputed') ?? []
  const settled = data?.filter((one) => !pending.includes(one)) ?? []
  return (
    <Page title={text.title} lead={text.lead} actions={funds && connects && <Connect />}>
      <Failure error={error} />
      {data?.length === 0 && (
        <Empty title={text.none}>
          <p>{funds ? text.noneFunder : text.noneHelp}</p>
          {funds && !connects && <p>{text.connectAsk}</p>}
        </Empty>
      )}
      {pending.length > 0 && (
        <Section title={text.pending}>
          <Versions versions={pending.toSorted((a, b) => Number(b.yourTurn) - Number(a.yourTurn))} />
        </Section>
      )}
      {settled.length > 0 && (
        <Section title={text.settled}>
          <Versions versions={settled} />
        </Section>
      )}
    </Page>
  )
}

function Versions({ versions }: { versions: readonly Listed[] }) {
  const text = useTexts(pactTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  return (
    <ul className={styles.list}>
      {versions.map((one) => (
        <li key={one.id}>
          <Link
            to="/programs/definitions/$definitionId"
            params={{ definitionId: one.id }}
            className={styles.card}
          >
            <span className={styles.cardHead}>
              <strong>{one.title[language]}</strong>
              <span className={styles.bar}>
                {one.yourTurn && (
                  <span className={styles.badge} data-state="turn">
                    {text.yourTurn}
                  </span>
                )}
                <PactBadge state={one.state.state} />
              </span>
            </span>
            <span className={styles.soft}>
              {one.code} · {words.version(one.version)} · {one.awardName} ·{' '}
              {one.side === 'program' ? one.funderName : one.programName}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
