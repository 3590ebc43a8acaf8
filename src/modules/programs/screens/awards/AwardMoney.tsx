import { Button } from '@mantine/core'
import { useState } from 'react'
import { longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { money } from '../parts/numbers.ts'
import type { Award } from '../parts/queries.ts'
import styles from '../programs.module.css'
import { ActionDialog, FunderDialog, RateDialog } from './moneyDialogs.tsx'

/** The dated steps that an award's total and its last day follow from, and who signs for the funder. */
export function AwardMoney({ award, manages }: { award: Award; manages: boolean }) {
  const text = useTexts(awardTexts)
  const [language] = useLanguage()
  const [opened, setOpened] = useState<'action' | 'funder' | 'rate'>()
  const close = () => setOpened(undefined)
  return (
    <Section
      title={text.money}
      actions={
        manages && (
          <Button size="sm" variant="default" onClick={() => setOpened('action')}>
            {text.addAction}
          </Button>
        )
      }
    >
      <p className={styles.soft}>{text.moneyHelp}</p>
      {award.actions.length === 0 ? (
        <p>{text.noMoney}</p>
      ) : (
        <Scroll label={text.money} className={styles.tableWrap}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{text.actionKind}</th>
                <th scope="col">{text.signedOn}</th>
                <th scope="col" className={styles.right}>
                  {text.amount}
                </th>
                <th scope="col">{text.newEnd}</th>
              </tr>
            </thead>
            <tbody>
              {award.actions.map((action) => (
                <tr key={action.id}>
                  <th scope="row">
                    {text.actions[action.kind]}
                    {action.note && <div className={styles.soft}>{action.note}</div>}
                  </th>
                  <td className={styles.day}>{longDay(action.signedOn, language)}</td>
                  <td className={`${styles.right} ${styles.number}`}>
                    {money(action.amountCents, action.currency, language)}
                  </td>
                  <td className={styles.day}>{action.endsOn && longDay(action.endsOn, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <div className={styles.bar} style={{ marginTop: '0.75rem' }}>
        <span className={styles.badge} data-state={award.funderLinked ? 'signed' : undefined}>
          {award.funderName}: {award.funderLinked ? text.linked : text.byLetter}
        </span>
        {manages && (
          <span className={`${styles.bar} no-print`}>
            {!award.funderLinked && (
              <Button size="compact-md" variant="subtle" onClick={() => setOpened('funder')}>
                {text.linkFunder}
              </Button>
            )}
            <Button size="compact-md" variant="subtle" onClick={() => setOpened('rate')}>
              {text.addRate}
            </Button>
          </span>
        )}
      </div>
      {opened === 'action' && <ActionDialog awardId={award.id} onClose={close} />}
      {opened === 'funder' && <FunderDialog awardId={award.id} onClose={close} />}
      {opened === 'rate' && <RateDialog onClose={close} />}
    </Section>
  )
}
