import { Button } from '@mantine/core'
import { Choice } from '#ui/Choice.tsx'
import { count } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { peopleTexts } from '../../messages.ts'
import type { Match } from './bringIn.ts'
import styles from './import.module.css'

const shown = 50

/** Rows that seem to be here already: the same unless a person says otherwise. */
export function Matches({
  matches,
  others,
  onChange,
}: {
  matches: Match[]
  others: ReadonlySet<string>
  onChange: (others: ReadonlySet<string>) => void
}) {
  const text = useTexts(peopleTexts)
  const [language] = useLanguage()
  const decide = (row: string, isOther: boolean) => {
    const next = new Set(others)
    if (isOther) next.add(row)
    else next.delete(row)
    onChange(next)
  }
  return (
    <Notice kind="warn" title={text.matches(count(matches.length, language))}>
      <p>{text.matchesHelp}</p>
      <div className={styles.bar}>
        <Button variant="default" size="sm" onClick={() => onChange(new Set())}>
          {text.allSame}
        </Button>
        <Button variant="default" size="sm" onClick={() => onChange(new Set(matches.map(({ row }) => row)))}>
          {text.allOther}
        </Button>
      </div>
      <ul className={styles.matches}>
        {matches.slice(0, shown).map(({ row, handle, reason }) => (
          <li key={row}>
            <Choice
              label={`${handle} — ${text.reasons[reason]}`}
              options={[
                { value: 'same', label: text.isSame },
                { value: 'other', label: text.isOther },
              ]}
              value={others.has(row) ? 'other' : 'same'}
              onChange={(value) => decide(row, value === 'other')}
            />
          </li>
        ))}
      </ul>
      {matches.length > shown && <p>{text.onlyFirst(shown)}</p>}
    </Notice>
  )
}
