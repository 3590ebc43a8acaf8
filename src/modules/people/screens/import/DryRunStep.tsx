import { Button, Checkbox, NativeSelect, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { count } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { peopleTexts } from '../../messages.ts'
import { bringIn, findMatches, type Match, unitsToAdd } from './bringIn.ts'
import type { PreparedAnswer, Reader, TableAnswer } from './ImportWizard.tsx'
import styles from './import.module.css'
import { Matches } from './Matches.tsx'
import type { ImportPort } from './port.ts'

type Step = {
  reader: Reader
  table: TableAnswer
  prepared: PreparedAnswer
  port: ImportPort
  onBack: () => void
  onRestart: () => void
}

/** What will happen, before anything does; then the list is brought in with progress, and can be undone whole. */
export function DryRunStep({ reader, table, prepared, port, onBack, onRestart }: Step) {
  const text = useTexts(peopleTexts)
  const [language] = useLanguage()
  const [importId] = useState(() => crypto.randomUUID())
  const [checked, setChecked] = useState(0)
  const [matches, setMatches] = useState<Match[]>()
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set())
  const [leaveOut, setLeaveOut] = useState(false)
  const [listId, setListId] = useState(port.lists[0]?.id ?? '')
  const [saved, setSaved] = useState(0)
  const [newUnits] = useState(() => unitsToAdd(prepared.units, port.units))
  const find = useMutation({
    mutationFn: () => findMatches(reader, prepared.good, setChecked),
    onSuccess: setMatches,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each prepared list.
  useEffect(() => find.mutate(), [prepared])
  const skipped = new Set((matches ?? []).map(({ row }) => row as string).filter((row) => !others.has(row)))
  const bring = useMutation({
    mutationFn: () =>
      bringIn(
        {
          reader,
          table,
          port,
          importId,
          listId,
          total: prepared.good,
          leftOut: prepared.badCount + skipped.size,
          skipped,
          newUnits,
        },
        setSaved,
      ),
  })
  const undo = useMutation({ mutationFn: () => port.undo(importId) })
  const number = (value: number) => count(value, language)

  if (undo.data) {
    return (
      <div className={styles.stack}>
        <Notice kind="good">{text.undone(undo.data.removed, undo.data.kept)}</Notice>
        <Button variant="default" onClick={onRestart}>
          {text.another}
        </Button>
      </div>
    )
  }
  if (bring.isSuccess) {
    return (
      <div className={styles.stack}>
        <Notice kind="good" title={text.done(number(bring.data))} />
        <Failure error={undo.error} />
        <div className={styles.bar}>
          <Button variant="default" onClick={() => undo.mutate()} loading={undo.isPending}>
            {text.undo}
          </Button>
          <Button variant="default" onClick={onRestart}>
            {text.another}
          </Button>
        </div>
      </div>
    )
  }
  const blocked = prepared.badCount > 0 && !leaveOut
  return (
    <div className={styles.stack}>
      <h2>{text.dryRun}</h2>
      <Notice kind="good" title={text.willAdd(number(prepared.good - skipped.size))}>
        {newUnits.length > 0 && text.willPlace(newUnits.map(({ name }) => name).join(', '))}
      </Notice>
      {prepared.badCount > 0 && (
        <Notice kind="bad" title={text.badRows(number(prepared.badCount))}>
          <ul className={styles.problems}>
            {prepared.bad.map(({ line, problem, sameAs, row }) => (
              <li key={line}>
                <strong>{text.line(line)}</strong> {row.name ?? row.handle} — {text.problems[problem!]}
                {sameAs && ` (${text.sameAsLine(sameAs)})`}
              </li>
            ))}
          </ul>
          {prepared.badCount > prepared.bad.length && <p>{text.onlyFirst(prepared.bad.length)}</p>}
          <Checkbox
            label={text.leaveOut}
            checked={leaveOut}
            onChange={(event) => setLeaveOut(event.currentTarget.checked)}
            mt="sm"
          />
        </Notice>
      )}
      {!matches && !find.error && (
        <div>
          <p>{text.checking(number(checked), number(prepared.good))}</p>
          <Progress value={(100 * checked) / Math.max(1, prepared.good)} aria-label={text.dryRun} />
        </div>
      )}
      <Failure error={find.error} />
      {matches && matches.length > 0 && <Matches matches={matches} others={others} onChange={setOthers} />}
      {port.lists.length === 0 ? (
        <Notice kind="warn">{text.noLists}</Notice>
      ) : (
        <NativeSelect
          label={text.intoList}
          description={text.intoListHelp}
          value={listId}
          onChange={(event) => setListId(event.currentTarget.value)}
          data={port.lists.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {bring.isPending && (
        <div>
          <p>{text.bringing(number(saved), number(prepared.good))}</p>
          <Progress value={(100 * saved) / Math.max(1, prepared.good)} aria-label={text.bring} />
        </div>
      )}
      {bring.error && (
        <>
          <Failure error={bring.error} />
          <Notice kind="warn">{text.interrupted}</Notice>
        </>
      )}
      <div className={styles.bar}>
        <Button
          onClick={() => bring.mutate()}
          disabled={blocked || !matches || !listId}
          loading={bring.isPending}
        >
          {bring.error ? text.goOn : text.bring}
        </Button>
        {bring.error ? (
          <Button variant="default" onClick={() => undo.mutate()} loading={undo.isPending}>
            {text.undo}
          </Button>
        ) : (
          <Button variant="default" onClick={onBack} disabled={bring.isPending}>
            {text.back}
          </Button>
        )}
      </div>
    </div>
  )
}
