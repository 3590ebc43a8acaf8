import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { teamTexts } from '../messages.team.ts'
import { Failure } from './Failure.tsx'
import styles from './team.module.css'

/** The access log and whether its chain is whole; read by the owners and the vigilance committee. */
export function LogPage() {
  const text = useTexts(teamTexts)
  const [language] = useLanguage()
  const chain = useQuery({ queryKey: ['log', 'chain'], queryFn: () => api.team.logChain() })
  const log = useInfiniteQuery({
    queryKey: ['log'],
    queryFn: ({ pageParam }) => api.team.log(pageParam ? { before: pageParam } : {}),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.length === 50 ? last.at(-1)!.id : undefined),
  })
  const lines = log.data?.pages.flat() ?? []
  return (
    <Page title={text.log} lead={text.logLead} wide>
      <Failure error={chain.error ?? log.error} />
      {chain.data && (
        <Notice
          kind={chain.data.sound ? 'good' : 'bad'}
          title={
            chain.data.sound ? text.logSound(chain.data.batches) : text.logBroken(chain.data.firstBroken!)
          }
        >
          <span className={styles.soft}>{text.logHead}</span>
          <div className={styles.digest}>{chain.data.head.match(/.{1,8}/g)?.join(' ')}</div>
        </Notice>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{text.when}</th>
            <th>{text.who}</th>
            <th>{text.what}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className={styles.nowrap}>{moment(line.at, language)}</td>
              <td>{line.by ?? '—'}</td>
              <td>
                {text.verbs[line.verb] ?? `${line.verb} ${line.target}`}
                {line.people !== null && ` · ${text.people(line.people)}`}
                {line.refused && <span className={styles.bad}> · {text.refused}</span>}
                {!line.sealed && <span className={styles.soft}> · {text.notSealed}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {log.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          onClick={() => log.fetchNextPage()}
          loading={log.isFetchingNextPage}
        >
          {text.more}
        </Button>
      )}
    </Page>
  )
}
