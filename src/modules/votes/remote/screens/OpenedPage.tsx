import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { LanguageSwitch } from '#platform/access/screens/LanguageSwitch.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { nobody } from '../../archive/client.ts'
import { shownElection } from '../../archive/election.ts'
import { ask } from '../../archive/worker.ts'
import { ballotTexts } from '../messages.ts'
import styles from './ballot.module.css'
import { Chosen } from './Choosing.tsx'

/** The second device of a challenge: recomputes an opened ballot and shows what it really held. */
export function OpenedPage() {
  const { uuid } = useParams({ strict: false }) as { uuid: string }
  const seal = decodeURIComponent(location.hash.slice(1))
  const text = useTexts(ballotTexts)
  const opened = useQuery({
    queryKey: ['opened', uuid, seal],
    retry: false,
    queryFn: async () => {
      const [{ election }, { opening }] = await Promise.all([
        nobody.archive.standing({ uuid }),
        nobody.remote.opening({ uuid, seal }),
      ])
      return { election, found: await ask('inspect', { election, opening }).catch(() => null) }
    },
  })
  const { data, error } = opened
  if (!data) return <Page title={text.openedTitle}>{<Failure error={error} />}</Page>
  if (data.found?.seal !== seal)
    return (
      <Page title={text.openedTitle}>
        <Notice kind="bad" title={text.openedWrong} />
      </Page>
    )
  return (
    <Page title={text.openedTitle}>
      <Notice kind="good" title={text.openedSame} />
      <Section title={text.openedChoice}>
        <Chosen election={shownElection(data.election)} votes={data.found.votes} />
        <p>{text.sealLabel}</p>
        <p className={styles.code}>{seal}</p>
      </Section>
      <LanguageSwitch />
    </Page>
  )
}
