import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { shortDay } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Empty, Page, Section } from '#ui/Page.tsx'
import { dueToday } from '../../local.ts'
import { gateTexts } from '../../messages.gate.ts'
import { campaignWords } from '../../messages.ts'
import { useGate } from './GateProvider.tsx'
import styles from './gate.module.css'
import { HalfFilled } from './HalfFilled.tsx'
import { NoBundle } from './NoBundle.tsx'
import { PersonRow } from './PersonRow.tsx'

/** What a delegate does today: whom to talk to, what to confirm, and whom nobody has visited. */
export function GateToday() {
  const text = useTexts(gateTexts)
  const words = useTexts(campaignWords)
  const [language] = useLanguage()
  const navigate = useNavigate()
  const { bundle, today, write } = useGate()
  if (!bundle) return <NoBundle />
  const { steps, promises } = dueToday(bundle.people, today)
  const silent = bundle.people.filter(({ talkedOn }) => talkedOn === null)
  return (
    <Page title={text.todayLead(bundle.alias)} actions={<LinkButton to="/gate/new">{text.add}</LinkButton>}>
      <HalfFilled />
      {steps.length === 0 && promises.length === 0 && (
        <Empty title={text.nothingDue}>{text.nothingDueHelp}</Empty>
      )}
      {steps.length > 0 && (
        <Section title={text.dueTalks}>
          <ul className={styles.list}>
            {steps.map(({ person, item }) => (
              <PersonRow
                key={item.id}
                person={person}
                note={item.dueOn < today ? `${text.overdue} · ${shortDay(item.dueOn, language)}` : undefined}
              />
            ))}
          </ul>
        </Section>
      )}
      {promises.length > 0 && (
        <Section title={text.duePromises}>
          <ul className={styles.list}>
            {promises.map(({ person, item }) => (
              <li key={item.id} className={styles.promise}>
                <div>
                  <strong>{person.handle}</strong>
                  <div className={styles.soft}>
                    {text.promise(words.promises[item.kind], shortDay(item.dueOn, language))}
                  </div>
                </div>
                <div className={styles.pair}>
                  <Button
                    variant="default"
                    onClick={() => write('promise.settle', { id: item.id, settled: 'kept' })}
                  >
                    {text.kept}
                  </Button>
                  <Button
                    variant="default"
                    onClick={() => write('promise.settle', { id: item.id, settled: 'broken' })}
                  >
                    {text.broken}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {silent.length > 0 && (
        <div className={styles.nudge}>
          <Notice kind="warn" title={text.neverTalked(silent.length)}>
            <Button
              variant="default"
              size="sm"
              onClick={() => navigate({ to: '/gate/list', search: { silent: true } })}
            >
              {text.see}
            </Button>
          </Notice>
        </div>
      )}
    </Page>
  )
}
