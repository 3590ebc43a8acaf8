import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { shortDay } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Empty, Page } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { sheetTexts } from '../../messages.sheets.ts'
import { campaignWords } from '../../messages.ts'
import { LevelMark } from '../Level.tsx'
import { AskSheet } from './AskSheet.tsx'
import { CampaignTabs } from './CampaignTabs.tsx'
import styles from './desk.module.css'
import { useCampaign, useCampaignId } from './queries.ts'

export type Filter = {
  departmentId?: string
  shiftId?: string
  routeId?: string
  level?: number
  silent?: boolean
  text?: string
}

/** What an address may ask for: where, and whether only those whom nobody has talked to. */
export type PeopleSearch = Pick<Filter, 'departmentId' | 'shiftId'> & { silent?: true }

/** The people of a campaign by handle, those longest not talked to first. Names open one at a time, on their own page. */
export function CampaignPeople() {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const sheets = useTexts(sheetTexts)
  const [language] = useLanguage()
  const id = useCampaignId()
  const campaign = useCampaign()
  const leads = useMay(leadership)
  const [filter, setFilter] = useState<Filter>(useSearch({ strict: false }) as PeopleSearch)
  const [asking, setAsking] = useState(false)
  const [filtering, setFiltering] = useState(false)
  const query = useInfiniteQuery({
    queryKey: ['campaigns', id, 'people', filter],
    queryFn: ({ pageParam }) =>
      api.campaigns.people({ id, ...filter, ...(pageParam ? { after: pageParam } : {}) } as never),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  const units = campaign.data?.units ?? []
  const nameOf = (unitId: string | null) => units.find((unit) => unit.id === unitId)?.name
  const people = query.data?.pages.flatMap((page) => page.people) ?? []
  const pick = (kind: 'department' | 'shift' | 'route') => (
    <NativeSelect
      key={kind}
      label={words.kinds[kind]}
      value={filter[`${kind}Id`] ?? ''}
      onChange={(event) =>
        setFilter(without({ ...filter, [`${kind}Id`]: event.currentTarget.value || undefined }))
      }
      data={[
        { value: '', label: text.any },
        ...units.filter((unit) => unit.kind === kind).map((unit) => ({ value: unit.id, label: unit.name })),
      ]}
    />
  )
  return (
    <Page
      title={campaign.data?.plant ?? text.people}
      lead={text.people}
      wide
      actions={
        leads && (
          <>
            <LinkButton to="/campaigns/$campaignId/import" params={{ campaignId: id }} variant="default">
              {text.import}
            </LinkButton>
            <LinkButton to="/campaigns/$campaignId/tally" params={{ campaignId: id }} variant="default">
              {text.tally}
            </LinkButton>
          </>
        )
      }
    >
      <CampaignTabs />
      <TextInput
        type="search"
        label={text.search}
        value={filter.text ?? ''}
        onChange={(event) => setFilter(without({ ...filter, text: event.currentTarget.value || undefined }))}
        className="no-print"
        mb="md"
      />
      <Button
        variant="default"
        className={`${styles.filters} no-print`}
        aria-expanded={filtering}
        onClick={() => setFiltering(!filtering)}
      >
        {text.filters(Object.keys(filter).filter((key) => key !== 'text').length)}
      </Button>
      <div className={`${styles.two} no-print`}>
        {(['department', 'shift', 'route'] as const).map(pick)}
        <NativeSelect
          label={text.filterLevel}
          value={filter.level ?? ''}
          onChange={(event) =>
            setFilter(without({ ...filter, level: Number(event.currentTarget.value) || undefined }))
          }
          data={[
            { value: '', label: text.any },
            ...([1, 2, 3, 4, 5] as const).map((level) => ({
              value: `${level}`,
              label: `${level} · ${words.levels[level]}`,
            })),
          ]}
        />
        <Checkbox
          label={text.silentOnly}
          checked={filter.silent ?? false}
          onChange={(event) =>
            setFilter(without({ ...filter, silent: event.currentTarget.checked || undefined }))
          }
          mt="xl"
        />
      </div>
      {leads && people.length > 0 && (
        <div className={`${styles.controls} ${styles.asking} no-print`}>
          <Button variant="default" onClick={() => setAsking(true)}>
            {sheets.ask}
          </Button>
          <Link to="/campaigns/$campaignId/sheets" params={{ campaignId: id }}>
            {sheets.title}
          </Link>
        </div>
      )}
      {asking && <AskSheet filter={filter} onClose={() => setAsking(false)} />}
      <Failure error={query.error} />
      {query.isSuccess && people.length === 0 && (
        <Empty title={Object.keys(filter).length > 0 ? text.noPeople : text.noPeopleYet}>
          {text.noPeopleYetHelp}
        </Empty>
      )}
      {people.length > 0 && (
        <table className={`${styles.table} ${styles.stacked}`}>
          <thead>
            <tr>
              <th>{text.people}</th>
              <th>{words.kinds.department}</th>
              <th>{words.kinds.shift}</th>
              <th>{words.kinds.route}</th>
              <th>{text.lastTalk}</th>
              <th>{text.nextTalk}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <td>
                  <Link
                    to="/campaigns/$campaignId/people/$personId"
                    params={{ campaignId: id, personId: person.id }}
                    className={styles.person}
                  >
                    <LevelMark level={person.level} short /> <span>{person.handle}</span>
                  </Link>
                </td>
                <td>{nameOf(person.departmentId)}</td>
                <td>{nameOf(person.shiftId)}</td>
                <td>{nameOf(person.routeId)}</td>
                <td data-label={text.lastTalk}>
                  {person.talkedOn ? shortDay(person.talkedOn, language) : text.never}
                </td>
                <td data-label={text.nextTalk}>{person.nextOn ? shortDay(person.nextOn, language) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          onClick={() => query.fetchNextPage()}
          loading={query.isFetchingNextPage}
        >
          {text.more}
        </Button>
      )}
    </Page>
  )
}

/** Leaves out what is not set: the server refuses keys it does not know. */
const without = (filter: Record<string, unknown>): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter
