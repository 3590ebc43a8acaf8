import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { logTexts } from '../messages.log.ts'
import { teamTexts } from '../messages.team.ts'
import { Failure } from './Failure.tsx'
import styles from './team.module.css'

/** The access log and whether its chain is whole; read by the owners and the vigilance committee. */
export function LogPage({ acts }: { acts: Readonly<Record<string, string>> }) {
  const text = useTexts(teamTexts)
  const words = useTexts(logTexts)
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
    <Page title={text.log} lead={words.logLead} wide>
      <Failure error={chain.error ?? log.error} />
      {chain.data && (
        <Notice
          kind={chain.data.sound ? 'good' : 'bad'}
          title={
            chain.data.sound ? words.logSound(chain.data.batches) : words.logBroken(chain.data.firstBroken!)
          }
        >
          {chain.data.batches > 0 && (
            <>
              <span className={styles.soft}>{words.logHead}</span>
              <div className={styles.digest}>{chain.data.head.match(/.{1,8}/g)?.join(' ')}</div>
            </>
          )}
        </Notice>
      )}
      <table className={`${styles.table} ${styles.log}`}>
        <thead>
          <tr>
            <th>{words.when}</th>
            <th>{words.who}</th>
            <th>{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className={styles.nowrap}>{moment(line.at, language)}</td>
              <td>{line.by ?? words.server}</td>
              <td>
                {acts[`${line.verb} ${line.target}`] ?? acts[line.verb] ?? `${line.verb} ${line.target}`}
                {line.people !== null && ` · ${words.people(line.people)}`}
                {line.refused && <span className={styles.bad}> · {words.refused}</span>}
                {!line.sealed && <span className={styles.soft}> · {words.notSealed}</span>}
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
          {words.more}
        </Button>
      )}
    </Page>
  )
}
