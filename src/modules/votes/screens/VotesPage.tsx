import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { moment } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import styles from './votes.module.css'

/** Every vote of the organization, the next first. */
export function VotesPage() {
  const text = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const [language] = useLanguage()
  const leads = useMay(leadership)
  const { data, error } = useQuery({ queryKey: ['votes'], queryFn: () => api.votes.list() })
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={leads && <LinkButton to="/votes/new">{text.add}</LinkButton>}
    >
      <Failure error={error} />
      {data?.length === 0 && (
        <Empty title={text.none}>
          <p>{text.noneHelp}</p>
        </Empty>
      )}
      <ul className={styles.list}>
        {data?.map(({ id, title, kind, state, opensAt, modes }) => (
          <li key={id}>
            <Link to="/votes/$voteId" params={{ voteId: id }} className={styles.card}>
              <strong>{title}</strong>
              <span className={styles.soft}>{words.kinds[kind]}</span>
              <span className={styles.bar}>
                <span>{words.states[state.name]}</span>
                <span className={styles.soft}>{moment(opensAt, language)}</span>
                <span className={styles.soft}>{modes.map((mode) => words.modes[mode]).join(' · ')}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
