import { Button } from '@mantine/core'
import { LanguageSwitch } from '#platform/access/screens/LanguageSwitch.tsx'
import { useTexts } from '#ui/language.tsx'
import { Page } from '#ui/Page.tsx'
import { guideTexts } from '../messages.guide.ts'
import { archiveTexts } from '../messages.ts'
import styles from './guide.module.css'

/** What an observer does, on one sheet of letter paper, at an address that does not change. */
export function GuidePage() {
  const text = useTexts(guideTexts)
  const { verifier } = useTexts(archiveTexts)
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        <>
          <Button onClick={() => window.print()}>{text.print}</Button>
          <Button variant="default" component="a" href="/asamblea-verify.html" download>
            {verifier}
          </Button>
        </>
      }
    >
      <div className={styles.sheet}>
        <Steps title={text.before} steps={text.beforeSteps} />
        <Steps title={text.during} steps={text.duringSteps} />
        <Steps title={text.after} steps={text.afterSteps} />
        <Steps title={text.wrong} steps={text.wrongSteps} />
        <section>
          <h2>{text.limits}</h2>
          <p>{text.limitsText}</p>
        </section>
        <section>
          <h2>{text.other}</h2>
          <p>{text.otherText}</p>
        </section>
      </div>
      <div className="no-print">
        <LanguageSwitch />
      </div>
    </Page>
  )
}

function Steps({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
