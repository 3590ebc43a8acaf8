import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { LanguageSwitch } from '#platform/access/screens/LanguageSwitch.tsx'
import { codeOf } from '#platform/http/client.ts'
import { count } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { nobody } from '../client.ts'
import { shownElection } from '../election.ts'
import { archiveTexts } from '../messages.ts'
import { ask, WorkRefused } from '../worker.ts'
import styles from './archive.module.css'
import { FindBallot } from './FindBallot.tsx'
import { Trackers } from './Trackers.tsx'

/** The public page of a box: what anyone may see, copy and check, during the vote and for years after. */
export function ArchivePage() {
  const { uuid } = useParams({ strict: false }) as { uuid: string }
  const text = useTexts(archiveTexts)
  const [language] = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['archive', uuid],
    queryFn: () => nobody.archive.standing({ uuid }),
    retry: false,
    refetchInterval: 15_000,
  })
  if (error && ['missing', 'invalid'].includes(codeOf(error))) return <Page title={text.missing} />
  if (!data) return <Page title={text.title}>{<Failure error={error} />}</Page>
  const election = shownElection(data.election)
  const number = (value: number) => count(value, language)
  return (
    <Page title={election.name} lead={election.description}>
      {data.rehearsal && <Notice kind="warn" title={text.rehearsal} />}
      <Notice title={text.phases[data.phase]}>{text.figures(data.ballots, data.credentials)}</Notice>
      {data.counts && (
        <Section title={text.result}>
          {election.questions.map(({ question, answers }, at) => (
            <div key={question}>
              <h3>{question}</h3>
              <ul className={styles.rows}>
                {[...answers, text.blank].map((answer, place) => (
                  <li key={answer}>
                    <span>{answer}</span>
                    <span className={styles.figure}>
                      {number(data.counts![at]![place === answers.length ? 0 : place + 1]!)}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
          <p>{text.counted(data.counted ?? 0)}</p>
        </Section>
      )}
      <Section title={text.head}>
        <p className={styles.code}>{data.head.hash}</p>
        <p>{text.events(data.head.events)}</p>
        <p className={styles.soft}>{text.headHelp}</p>
      </Section>
      <Section title={text.fingerprint}>
        <p className={styles.code}>{data.fingerprint}</p>
        <p className={styles.soft}>{text.fingerprintHelp}</p>
      </Section>
      <FindBallot uuid={uuid} />
      <Verify uuid={uuid} />
      <Section title={text.guide}>
        <ol>
          {Object.entries(text.guideSteps).map(([name, words]) => (
            <li key={name}>{words}</li>
          ))}
        </ol>
        <a href="/observers">{text.guidePage}</a>
      </Section>
      <Section title={text.trustees}>
        <p>{text.enough(data.threshold, data.trustees.length)}</p>
        <ul className={styles.rows}>
          {data.trustees.map(({ name, decrypted }) => (
            <li key={name}>
              <span>{name}</span>
              <span>{decrypted && text.opened}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Trackers uuid={uuid} head={data.head.events} />
      <LanguageSwitch />
    </Page>
  )
}

function Verify({ uuid }: { uuid: string }) {
  const text = useTexts(archiveTexts)
  const [done, setDone] = useState(0)
  const verify = useMutation({ mutationFn: () => ask('verify', { uuid }, setDone) })
  const found = verify.data
  return (
    <Section title={text.verify}>
      <p>{text.verifyHelp}</p>
      {verify.isPending && <p role="status">{text.verifying(done)}</p>}
      {found?.outcome === 'sound' && (
        <Notice kind="good" title={text.sound(found.report.ballots, found.report.counted)} />
      )}
      {found && found.outcome !== 'sound' && <Notice kind="bad" title={text.unsound(found.refusal.reason)} />}
      {!(verify.error instanceof WorkRefused) && <Failure error={verify.error} />}
      {verify.error instanceof WorkRefused && <Notice kind="bad" title={text.unsound(verify.error.reason)} />}
      <div className={styles.bar}>
        <Button onClick={() => verify.mutate()} loading={verify.isPending}>
          {text.verifyHere}
        </Button>
        <Button variant="default" component="a" href={`/api/archives/${uuid}/file`} download={`${uuid}.bel`}>
          {text.download}
        </Button>
        <Button variant="default" component="a" href="/asamblea-verify.html" download>
          {text.verifier}
        </Button>
      </div>
    </Section>
  )
}
