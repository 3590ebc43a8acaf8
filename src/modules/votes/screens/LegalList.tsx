import { Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { deskTexts } from '../messages.desk.ts'
import type { Plan } from './PlanSteps.tsx'
import plan from './plan.module.css'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** What the law asks a vote to have, to be ticked as it is seen; for each that lacks, what to do and what happens without it. */
export function LegalList({ vote, plan: { items, missing }, leads }: ListProps) {
  const text = useTexts(deskTexts)
  const present = items.filter((item) => item.present === true).length
  return (
    <Section title={text.list}>
      <div id="list" className={plan.progress}>
        <progress value={present} max={items.length} aria-label={text.list} />
        <span>{text.missing(missing.length)}</span>
      </div>
      {items.map((item) => (
        <Item key={item.id} vote={vote} item={item} leads={leads} />
      ))}
    </Section>
  )
}

type ListProps = { vote: SeenVote; plan: Plan; leads: boolean }

function Item({ vote, item, leads }: { vote: SeenVote; item: Plan['items'][number]; leads: boolean }) {
  const text = useTexts(deskTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const check = useMutation({
    mutationFn: (present: boolean) => api.votes.check({ id: vote.id, requirement: item.id, present }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['votes', vote.id, 'plan'] }),
  })
  const done = check.isPending ? check.variables : item.present === true
  return (
    <div className={styles.step}>
      <Checkbox
        size="md"
        label={item.says[language]}
        description={[item.article, item.mark[language]].filter((said) => said !== '').join(' · ')}
        checked={done}
        disabled={!leads}
        onChange={(event) => check.mutate(event.currentTarget.checked)}
      />
      {!done && (
        <details className={plan.todo}>
          <summary>{text.whatToDo}</summary>
          {item.todo && <p>{item.todo[language]}</p>}
          {item.absence && <p className={styles.soft}>{item.absence[language]}</p>}
        </details>
      )}
      <Failure error={check.error} />
    </div>
  )
}
