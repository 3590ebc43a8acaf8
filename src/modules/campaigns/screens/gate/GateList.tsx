import { TextInput } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { plain } from '#platform/text/plain.ts'
import { Choice } from '#ui/Choice.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { gateTexts } from '../../messages.gate.ts'
import { campaignWords } from '../../messages.ts'
import { useGate } from './GateProvider.tsx'
import styles from './gate.module.css'
import { NoBundle } from './NoBundle.tsx'
import { PersonRow } from './PersonRow.tsx'

type Filter = 'all' | 'silent' | '1' | '2' | '3' | '4' | '5'

/** The people assigned to this phone's owner, those longest not talked to first. */
export function GateList() {
  const text = useTexts(gateTexts)
  const words = useTexts(campaignWords)
  const { silent } = useSearch({ strict: false }) as { silent?: boolean }
  const { bundle } = useGate()
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<Filter>(silent ? 'silent' : 'all')
  if (!bundle) return <NoBundle />
  const wanted = plain(search)
  const shown = bundle.people
    .filter(({ handle }) => plain(handle).includes(wanted))
    .filter(
      ({ level, talkedOn }) =>
        filter === 'all' || (filter === 'silent' ? talkedOn === null : level === Number(filter)),
    )
    .toSorted(
      (a, b) => (a.talkedOn ?? '').localeCompare(b.talkedOn ?? '') || a.handle.localeCompare(b.handle, 'es'),
    )
  const levels = ([1, 2, 3, 4, 5] as const).map((level) => ({
    value: `${level}` as Filter,
    label: words.levelShort[level],
  }))
  return (
    <Page
      title={text.list}
      lead={text.people(bundle.people.length)}
      actions={<LinkButton to="/gate/new">{text.add}</LinkButton>}
    >
      {bundle.people.length === 0 ? (
        <Empty title={text.emptyList}>{text.emptyListHelp}</Empty>
      ) : (
        <div className={styles.stack}>
          <TextInput
            type="search"
            aria-label={text.search}
            placeholder={text.search}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Choice
            label={<span className={styles.hidden}>{text.level}</span>}
            options={[{ value: 'all', label: text.all }, { value: 'silent', label: text.silent }, ...levels]}
            value={filter}
            onChange={setFilter}
          />
          {shown.length === 0 && <Empty title={text.noMatch} />}
          <ul className={styles.list}>
            {shown.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        </div>
      )}
    </Page>
  )
}
