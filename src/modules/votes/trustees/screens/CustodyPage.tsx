import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { LanguageSwitch } from '#platform/access/screens/LanguageSwitch.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { nobody } from '../../archive/client.ts'
import type { Custody } from '../contract.ts'
import { custodyTexts } from '../messages.ts'
import styles from './custody.module.css'
import { MakeCode } from './MakeCode.tsx'
import { Steps } from './Steps.tsx'

/** A trustee's whole part, at any hour and on any device: the link says which, the code on paper says that it is them. */
export function CustodyPage() {
  const text = useTexts(custodyTexts)
  const token = location.hash.slice(1)
  const [code, setCode] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['custody', token],
    queryFn: () => nobody.custody.custody({ token }),
    retry: false,
    refetchInterval: 5000,
    enabled: token.length === 43,
  })
  if (token.length !== 43) return <Page title={text.title} lead={text.noLink} />
  if (!data) return <Page title={text.title}>{<Failure error={error} />}</Page>
  const custody = data as unknown as Custody
  const own = custody.trustees.find(({ number }) => number === custody.number)!
  return (
    <Page title={own.name} lead={text.lead(custody.title, custody.number, custody.trustees.length)}>
      {custody.rehearsal && <Notice kind="warn" title={text.rehearsal} />}
      {own.step === 'invited' ? (
        <MakeCode
          custody={custody}
          token={token}
          onDone={async (made) => {
            setCode(made)
            await refetch()
          }}
        />
      ) : (
        <Steps
          custody={custody}
          token={token}
          step={own.step}
          code={code}
          onCode={setCode}
          onDone={refetch}
        />
      )}
      <Section title={text.who}>
        <p>{text.enough(custody.threshold, custody.trustees.length)}</p>
        <ul className={styles.rows}>
          {custody.trustees.map(({ number, name, step }) => (
            <li key={number}>
              <span>
                {number}. {name}
              </span>
              <span>{text.steps[step]}</span>
            </li>
          ))}
        </ul>
      </Section>
      <LanguageSwitch />
    </Page>
  )
}
