import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { pactTexts } from '../../messages.pact.ts'
import type { Unit, Value } from '../../schema.ts'
import { FigureValue } from '../parts/FigureValue.tsx'
import { Following, useFollowing } from '../parts/Following.tsx'
import { quantity, shownOf } from '../parts/numbers.ts'
import styles from '../programs.module.css'

/** Every past period under the version in force and under this one, before anybody agrees. */
export function Impact({ id }: { id: string }) {
  const text = useTexts(pactTexts)
  const [language] = useLanguage()
  const unit = useUnit(id)
  const following = useFollowing()
  const weigh = useMutation({ mutationFn: () => api.programs.impact({ id, follow: following.begin() }) })
  const before = weigh.data?.against
  return (
    <Section title={text.impact}>
      <div className={styles.stack}>
        <p className={styles.soft}>{text.impactHelp}</p>
        {!weigh.data && (
          <div>
            <Button variant="default" onClick={() => weigh.mutate()} loading={weigh.isPending}>
              {text.showImpact}
            </Button>
          </div>
        )}
        {weigh.isPending && <Following {...following} title={text.calculating} />}
        <Failure error={weigh.error} />
        {weigh.data?.periods.length === 0 && <p>{text.noPast}</p>}
        {weigh.data && weigh.data.periods.length > 0 && (
          <Scroll label={text.impact} className={styles.tableWrap}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <td />
                  <th scope="col" className={styles.right}>
                    {before ? text.before(before) : text.beforeNone}
                  </th>
                  <th scope="col" className={styles.right}>
                    {text.after}
                  </th>
                  <th scope="col" className={styles.right}>
                    {text.difference}
                  </th>
                </tr>
              </thead>
              <tbody>
                {weigh.data.periods.map((row) => (
                  <tr key={row.period}>
                    <th scope="row">
                      {row.label[language]}
                      {row.withheld && <div className={styles.soft}>{row.withheld[language]}</div>}
                    </th>
                    <td className={styles.right}>
                      <FigureValue value={row.before} unit={unit} />
                    </td>
                    <td className={styles.right}>
                      <FigureValue value={row.after} unit={unit} />
                    </td>
                    <td className={`${styles.right} ${styles.number}`}>
                      {differenceOf(row.before, row.after, unit, language)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </div>
    </Section>
  )
}

const differenceOf = (before: Value, after: Value, unit: Unit, language: 'es' | 'en') => {
  const [one, other] = [shownOf(before), shownOf(after)]
  if (one === undefined || other === undefined) return ''
  return `${other > one ? '+' : ''}${quantity(other - one, unit, language)}`
}

const useUnit = (id: string): Unit => {
  const { data } = useQuery({ queryKey: ['definition', id], queryFn: () => api.programs.definition({ id }) })
  const measure = data?.content.counted.measure.measure
  return measure === 'ratio' ? 'percent' : measure === 'duration' ? 'days' : 'records'
}
