import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { reportTexts } from '../../messages.reports.ts'
import { Following, useFollowing } from '../parts/Following.tsx'
import { saveFile } from '../parts/save.ts'
import programs from '../programs.module.css'
import styles from './report.module.css'

type Paper = 'report' | 'assembly' | 'data'
type Format = 'pdf' | 'docx' | 'html' | 'xlsx' | 'csv'
type Wanted = { paper: Paper; format: Format }

const papers: readonly { paper: Paper; formats: readonly Format[] }[] = [
  { paper: 'report', formats: ['pdf', 'docx', 'html'] },
  { paper: 'assembly', formats: ['pdf', 'docx'] },
  { paper: 'data', formats: ['xlsx', 'csv'] },
]

/** The papers of a report, each in the forms it comes in. The assembly sheet is always in Spanish. */
export function Papers({ id, edition, name }: { id: string; edition?: number; name: string }) {
  const text = useTexts(reportTexts)
  const [language] = useLanguage()
  const following = useFollowing()
  const fetchPaper = useMutation({
    mutationFn: async ({ paper, format }: Wanted) => {
      const file = await api.programs.download({
        follow: following.begin(),
        id,
        ...(edition === undefined ? {} : { edition }),
        paper,
        format,
        language: paper === 'assembly' ? 'es' : language,
      })
      saveFile(file as Blob, `${text.fileWords[paper]}-${fileName(name)}.${format}`)
    },
  })
  const waits = ({ paper, format }: Wanted) =>
    fetchPaper.isPending && fetchPaper.variables.paper === paper && fetchPaper.variables.format === format
  return (
    <div className={`${styles.papers} no-print`}>
      {papers.map(({ paper, formats }) => (
        <div key={paper} className={styles.paper}>
          <span>
            {text[paper]}
            {paper === 'assembly' && <span className={programs.soft}> · {text.assemblyHelp}</span>}
          </span>
          <span className={programs.bar}>
            {formats.map((format) => (
              <Button
                key={format}
                size="compact-md"
                variant="default"
                aria-label={`${text[paper]}, ${format.toUpperCase()}`}
                loading={waits({ paper, format })}
                onClick={() => fetchPaper.mutate({ paper, format })}
              >
                {format.toUpperCase()}
              </Button>
            ))}
          </span>
        </div>
      ))}
      {fetchPaper.isPending && <Following {...following} title={text.making} />}
      <Failure error={fetchPaper.error} />
    </div>
  )
}

const fileName = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/[^\w -]/g, '')
    .trim()
    .replaceAll(/\s+/g, '-')
    .toLowerCase()
