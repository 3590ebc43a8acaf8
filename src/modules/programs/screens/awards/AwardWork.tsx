import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Choice } from '#ui/Choice.tsx'
import { deviceToday, longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { awardTexts } from '../../messages.awards.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { type Award, useGrammar, usePlaces } from '../parts/queries.ts'
import styles from '../programs.module.css'

/** What the program itself did or was asked for; outside its sectors it is recorded just the same. */
export function AwardWork({ award }: { award: Award }) {
  const text = useTexts(awardTexts)
  const [language] = useLanguage()
  const [recording, setRecording] = useState(false)
  const [wentOut, setWentOut] = useState(false)
  const { states, sectors } = usePlaces(language)
  const input = { awardId: award.id }
  const work = useQuery({ queryKey: ['work', award.id], queryFn: () => api.programs.work(input) })
  const unmet = useQuery({ queryKey: ['unmet', award.id], queryFn: () => api.programs.unmet(input) })
  const called = (list: readonly { value: string; label: string }[], value: string) =>
    list.find((one) => one.value === value)?.label ?? value
  return (
    <Section
      title={text.work}
      actions={
        <Button size="sm" variant="default" onClick={() => setRecording(true)}>
          {text.recordWork}
        </Button>
      }
    >
      <p className={styles.soft}>{text.workHelp}</p>
      <Failure error={work.error} />
      {wentOut && <Notice kind="warn" title={text.wentOut} />}
      {work.data?.length === 0 && <p>{text.noWork}</p>}
      <ul className={styles.list} style={{ marginTop: '0.75rem' }}>
        {work.data?.map((one) => (
          <li key={one.id} className={styles.card}>
            <span className={styles.cardHead}>
              <strong>{one.title}</strong>
              {!one.inSector && <span className={styles.badge}>{text.outOfSector}</span>}
            </span>
            <span className={styles.soft}>
              {text.workKinds[one.kind]} · {longDay(one.onDay, language)} · {called(states, one.stateCode)} ·{' '}
              {called(sectors, one.sector)}
            </span>
          </li>
        ))}
      </ul>
      {unmet.data && unmet.data.length > 0 && (
        <div className={styles.stack} style={{ marginTop: '1.25rem' }}>
          <h3>{text.unmet}</h3>
          <ul className={styles.list}>
            {unmet.data.map((one) => (
              <li key={`${one.sector} ${one.stateCode}`} className={styles.cardHead}>
                <span>
                  {called(sectors, one.sector)}, {called(states, one.stateCode)}
                </span>
                <span className={styles.soft}>{text.unmetRow(one.done, one.asked)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {recording && <WorkDialog award={award} onOut={setWentOut} onClose={() => setRecording(false)} />}
    </Section>
  )
}

const unchosen = { value: '', label: '…' }

function WorkDialog({
  award,
  onOut,
  onClose,
}: {
  award: Award
  onOut: (out: boolean) => void
  onClose: () => void
}) {
  const text = useTexts(awardTexts)
  const [language] = useLanguage()
  const [id] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<'done' | 'asked'>('done')
  const { states, sectors } = usePlaces(language)
  const grammar = useGrammar()
  const topics = grammar.data?.dimensions.find((one) => one.id === 'topic')?.values ?? []
  const keep = async (field: (name: string) => string) => {
    const { inSector } = await api.programs.recordWork({
      id,
      awardId: award.id,
      kind,
      onDay: field('onDay'),
      stateCode: field('stateCode'),
      sector: field('sector'),
      topic: field('topic'),
      title: field('title'),
    })
    onOut(!inSector)
  }
  return (
    <FormDialog
      title={text.recordWork}
      refreshes={[['work'], ['unmet'], ['awards'], ['overview']]}
      onClose={onClose}
      keep={keep}
    >
      <Choice
        label={text.workKind}
        value={kind}
        onChange={setKind}
        options={(['done', 'asked'] as const).map((value) => ({ value, label: text.workKinds[value]! }))}
      />
      <TextInput name="title" label={text.workTitle} required maxLength={200} />
      <TextInput name="onDay" type="date" label={text.onDay} defaultValue={deviceToday()} required />
      <NativeSelect
        name="stateCode"
        label={text.state}
        required
        data={[unchosen, ...states]}
        defaultValue={award.activeStates[0]?.stateCode ?? award.plannedStates[0]}
      />
      <NativeSelect name="sector" label={text.sector} data={sectors} defaultValue={award.sectors[0]} />
      <NativeSelect
        name="topic"
        label={text.topic}
        required
        data={[unchosen, ...topics.map((topic) => ({ value: topic.id, label: topic.label[language] }))]}
      />
    </FormDialog>
  )
}
