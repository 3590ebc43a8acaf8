import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { count } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { programWords } from '../../messages.ts'
import { workbookTexts } from '../../messages.workbooks.ts'
import { unclearColumns } from '../../workbooks/columns.ts'
import { PickFile, type Upload } from '../parts/PickFile.tsx'
import styles from '../programs.module.css'
import { MappingForm } from './MappingForm.tsx'
import { Trial } from './Trial.tsx'

/** A workbook step by step: the file, which column is what, a trial that keeps nothing, and then its rows. */
export function BringIn({ onDone }: { onDone: () => void }) {
  const text = useTexts(workbookTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [file, setFile] = useState<Upload>()
  const [chosen, setChosen] = useState<string>()
  const [editing, setEditing] = useState(false)
  const mappings = useQuery({ queryKey: ['mappings'], queryFn: () => api.programs.mappings() })
  const read = useMutation({ mutationFn: (upload: Upload) => api.programs.readWorkbook({ file: upload }) })
  const trial = useMutation({
    mutationFn: (input: { mappingId: string; file: Upload }) => api.programs.tryWorkbook(input),
  })
  const pick = (upload: Upload | undefined) => {
    setFile(upload)
    trial.reset()
    read.reset()
    if (upload) read.mutate(upload)
  }
  const saved = mappings.data ?? []
  const mappingId = chosen ?? saved[0]?.id ?? ''
  const mapping = saved.find(({ id }) => id === mappingId)
  const unclear = read.data && mapping ? unclearColumns(mapping, read.data.headings) : []
  const tryIt = (id: string) => file && trial.mutate({ mappingId: id, file })
  const kept = async (id: string) => {
    await client.invalidateQueries({ queryKey: ['mappings'] })
    setChosen(id)
    setEditing(false)
    tryIt(id)
  }
  if (file && mapping && trial.data && !editing)
    return (
      <Trial
        file={file}
        mapping={mapping}
        read={trial.data}
        onChange={() => setEditing(true)}
        onRestart={() => pick(undefined)}
        onDone={onDone}
      />
    )
  return (
    <div className={styles.stack} style={{ gap: '1.5rem' }}>
      <PickFile label={text.file} help={text.fileHelp} accept=".xlsx,.csv" onPick={pick} />
      <Failure error={read.error ?? mappings.error ?? trial.error} />
      {read.data && (
        <p>{text.found(read.data.sheet, count(read.data.rows, language), read.data.headings.length)}</p>
      )}
      {unclear.length > 0 && !editing && (
        <Notice kind="warn" title={text.unclear(unclear.map((column) => `«${column}»`).join(', '))}>
          <p>{text.unclearHelp}</p>
        </Notice>
      )}
      {read.data && saved.length > 0 && (
        <NativeSelect
          label={text.readAs}
          value={mappingId}
          onChange={(event) => {
            setChosen(event.currentTarget.value)
            setEditing(false)
          }}
          data={[
            ...saved.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'new', label: text.newMapping },
          ]}
        />
      )}
      {read.data && (!mapping || editing) && (
        <MappingForm
          key={mapping?.id ?? 'new'}
          headings={read.data.headings}
          sample={read.data.sample}
          mapping={mapping}
          onKept={(id) => void kept(id)}
        />
      )}
      <div className={styles.bar}>
        {read.data && mapping && !editing && (
          <>
            <Button onClick={() => tryIt(mapping.id)} loading={trial.isPending} disabled={unclear.length > 0}>
              {text.tryIt}
            </Button>
            <Button variant="default" onClick={() => setEditing(true)}>
              {text.change}
            </Button>
          </>
        )}
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
