import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { nobody } from '../client.ts'
import { archiveTexts } from '../messages.ts'
import styles from './archive.module.css'

/** Every ballot in the box by its tracker, in the order of the archive. */
export function Trackers({ uuid, head }: { uuid: string; head: number }) {
  const text = useTexts(archiveTexts)
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['trackers', uuid, head],
    queryFn: ({ pageParam }) => nobody.archive.trackers({ uuid, after: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
  return (
    <Section title={text.trackers}>
      <Failure error={error} />
      <ul className={styles.rows}>
        {data?.pages
          .flatMap(({ trackers }) => trackers)
          .map(({ tracker, counts }) => (
            <li key={tracker}>
              <code>{tracker}</code>
              <span className={styles.soft}>{counts ? text.kept : text.gone}</span>
            </li>
          ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" onClick={() => fetchNextPage()} loading={isFetchingNextPage}>
          {text.more}
        </Button>
      )}
    </Section>
  )
}
