import { readCredentialCode } from '@asamblea/ballots/credential'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { LanguageSwitch } from '#platform/access/screens/LanguageSwitch.tsx'
import { codeOf } from '#platform/http/client.ts'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { nobody } from '../../archive/client.ts'
import { shownElection } from '../../archive/election.ts'
import { start } from '../../archive/worker.ts'
import { keptTrackers } from '../kept.ts'
import { ballotTexts } from '../messages.ts'
import styles from './ballot.module.css'
import { EnterCode } from './EnterCode.tsx'
import { Voting } from './Voting.tsx'

/** The code that a slip's address carries after its `#`, which no browser sends to a server. Taken out of sight at once. */
const codeInAddress = (): string | null => {
  const code = readCredentialCode(decodeURIComponent(location.hash.slice(1)))
  return code.ok ? code.value : null
}

/** Voting from one's own phone, without an account. */
export function BallotPage() {
  const { uuid } = useParams({ strict: false }) as { uuid: string }
  const text = useTexts(ballotTexts)
  const [language] = useLanguage()
  const [code, setCode] = useState(codeInAddress)
  const { data, error } = useQuery({
    queryKey: ['archive', uuid],
    queryFn: () => nobody.archive.standing({ uuid }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => {
    history.replaceState(history.state, '', location.pathname)
    start()
  }, [])
  if (error && ['missing', 'invalid'].includes(codeOf(error)))
    return <Page title={text.missing} lead={text.missingHelp} />
  if (!data) return <Page title={text.title}>{<Failure error={error} />}</Page>
  const election = shownElection(data.election)
  const trackers = keptTrackers(uuid)
  return (
    <Page title={election.name} lead={election.description}>
      {data.rehearsal && <Notice kind="warn" title={text.rehearsal} />}
      {data.receives === 'not-yet' && (
        <Notice title={text.notYet}>{text.notYetHelp(moment(data.opensAt, language))}</Notice>
      )}
      {data.receives === 'closed' && <Notice title={text.closed}>{text.closedHelp}</Notice>}
      {data.receives === 'yes' && (
        <>
          <Notice kind="warn">
            <p className={styles.warning}>{text.warning}</p>
            <p>{text.warningMore}</p>
          </Notice>
          {code === null ? (
            <Section title={text.codeTitle}>
              <EnterCode onCode={setCode} />
            </Section>
          ) : (
            <Voting uuid={uuid} code={code} document={data.election} onForget={() => setCode(null)} />
          )}
        </>
      )}
      {trackers.length > 0 && (
        <Section title={text.kept}>
          {trackers.map((tracker) => (
            <p key={tracker} className={styles.code}>
              {tracker}
            </p>
          ))}
        </Section>
      )}
      <div className={styles.foot}>
        <a href={`/archive/${uuid}`}>{text.seeArchive}</a>
        <LanguageSwitch />
      </div>
    </Page>
  )
}
