import { useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { count } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { money } from '../parts/numbers.ts'
import styles from '../programs.module.css'

/** All programs together: money, places, people and partners, each counted once. */
export function Overview() {
  const text = useTexts(awardTexts)
  const [language] = useLanguage()
  const { data } = useQuery({ queryKey: ['overview'], queryFn: () => api.programs.overview() })
  if (!data) return null
  const several = data.total.length > 1
  return (
    <Section title={text.together}>
      <p className={styles.soft}>{text.togetherHelp}</p>
      <dl className={styles.facts} style={{ marginTop: '1rem' }}>
        <div>
          <dt>{text.total}</dt>
          <dd>
            {data.total.map((sum) => money(sum.amountCents, sum.currency, language)).join(' + ') || '—'}
            {several && (
              <small>
                {data.inUsdCents === null ? text.noRate : text.inUsd(money(data.inUsdCents, 'USD', language))}
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>{text.states}</dt>
          <dd>
            {data.states.any.length}
            <small>{text.shared(data.states.shared.length)}</small>
          </dd>
        </div>
        <div>
          <dt>{text.sectors}</dt>
          <dd>
            {data.sectors.any.length}
            <small>{text.shared(data.sectors.shared.length)}</small>
          </dd>
        </div>
        <div>
          <dt>{text.people}</dt>
          <dd>
            {data.people}
            <small>{text.fte(count(data.fte, language))}</small>
          </dd>
        </div>
        <div>
          <dt>{text.partners}</dt>
          <dd>
            {data.partners}
            <small>{text.links(data.partnerLinks, data.academic)}</small>
          </dd>
        </div>
      </dl>
    </Section>
  )
}
