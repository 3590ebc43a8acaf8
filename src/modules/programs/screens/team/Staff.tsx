import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Act } from '#ui/Act.tsx'
import { deviceToday, longDay, percent } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { programTeamTexts } from '../../messages.team.ts'
import { programWords } from '../../messages.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import type { Award } from '../parts/queries.ts'
import styles from '../programs.module.css'

type Person = Awaited<ReturnType<typeof api.programs.staff>>[number]
type Opened =
  | { what: 'allocate'; person: Person }
  | { what: 'end'; allocationId: string }
  | { what: 'keep'; person?: Person }

const refreshes = [['staff'], ['overview']]

/** The team: each person once, with the share of their time that each program has. */
export function Staff({ awards }: { awards: readonly Award[] }) {
  const text = useTexts(programTeamTexts)
  const [language] = useLanguage()
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const { data, error } = useQuery({ queryKey: ['staff'], queryFn: () => api.programs.staff() })
  const named = (id: string) => awards.find((award) => award.id === id)?.name ?? ''
  return (
    <div className={styles.stack}>
      <Failure error={error} />
      {data?.length === 0 && <p>{text.noStaff}</p>}
      <ul className={styles.list}>
        {data?.map((person) => (
          <li key={person.id} className={styles.card}>
            <span className={styles.cardHead}>
              <span className={styles.bar}>
                <strong>{person.alias}</strong>
                <span className={styles.soft}>{person.role}</span>
                <Act label={text.change(person.alias)} onClick={() => setOpened({ what: 'keep', person })}>
                  {text.edit}
                </Act>
              </span>
              <span className="no-print">
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => setOpened({ what: 'allocate', person })}
                  disabled={awards.length === 0}
                >
                  {text.allocate}
                </Button>
              </span>
            </span>
            {person.allocations.map((one) => (
              <span key={one.id} className={styles.cardHead}>
                <span>
                  {named(one.awardId)}, {percent(one.percent / 100, language)}
                  <span className={styles.soft}>
                    {' '}
                    · {longDay(one.since, language)} –{' '}
                    {one.until ? longDay(one.until, language) : text.present}
                  </span>
                </span>
                {!one.until && (
                  <Act onClick={() => setOpened({ what: 'end', allocationId: one.id })}>{text.end}</Act>
                )}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <div className="no-print">
        <Button variant="default" onClick={() => setOpened({ what: 'keep' })}>
          {text.addStaff}
        </Button>
      </div>
      {opened?.what === 'keep' && <PersonDialog person={opened.person} onClose={close} />}
      {opened?.what === 'allocate' && (
        <AllocateDialog person={opened.person} awards={awards} onClose={close} />
      )}
      {opened?.what === 'end' && (
        <FormDialog
          title={text.endTitle}
          submit={text.end}
          refreshes={refreshes}
          onClose={close}
          keep={(field) => api.programs.endAllocation({ id: opened.allocationId, until: field('until') })}
        >
          <TextInput name="until" type="date" label={text.until} defaultValue={deviceToday()} required />
        </FormDialog>
      )}
    </div>
  )
}

/** Somebody new, or a name or a task put right. */
function PersonDialog({ person, onClose }: { person: Person | undefined; onClose: () => void }) {
  const text = useTexts(programTeamTexts)
  const [id] = useState(() => person?.id ?? crypto.randomUUID())
  return (
    <FormDialog
      title={person ? text.change(person.alias) : text.addStaff}
      refreshes={refreshes}
      onClose={onClose}
      keep={(field) => api.programs.keepStaff({ id, alias: field('alias'), role: field('role') })}
    >
      <TextInput name="alias" label={text.alias} defaultValue={person?.alias} required maxLength={60} />
      <TextInput name="role" label={text.role} defaultValue={person?.role} maxLength={80} />
    </FormDialog>
  )
}

function AllocateDialog({
  person,
  awards,
  onClose,
}: {
  person: Person
  awards: readonly Award[]
  onClose: () => void
}) {
  const text = useTexts(programTeamTexts)
  const words = useTexts(programWords)
  const [id] = useState(() => crypto.randomUUID())
  return (
    <FormDialog
      title={`${text.allocate}: ${person.alias}`}
      refreshes={refreshes}
      onClose={onClose}
      keep={(field) =>
        api.programs.allocate({
          id,
          staffId: person.id,
          awardId: field('awardId'),
          percent: Number(field('percent')),
          since: field('since'),
          until: field('until') || null,
        })
      }
    >
      <NativeSelect
        name="awardId"
        label={words.program}
        data={awards.map((award) => ({ value: award.id, label: award.name }))}
      />
      <TextInput
        name="percent"
        type="number"
        min={0.01}
        max={100}
        step="any"
        defaultValue={100}
        label={text.percent}
        required
      />
      <TextInput name="since" type="date" label={text.since} defaultValue={deviceToday()} required />
      <TextInput name="until" type="date" label={text.until} description={text.untilHelp} />
    </FormDialog>
  )
}
