import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { programWords } from '../../messages.ts'
import styles from '../programs.module.css'

/** An id for each time long work begins, by which this page asks how far it has come. */
export const useFollowing = () => {
  const id = useRef('')
  const begin = () => {
    id.current = crypto.randomUUID()
    return id.current
  }
  return { id, begin }
}

const often = 700

/** What is being worked on and how far it has come; a moment's work shows no count. */
export function Following({ id, title, children }: Props) {
  const words = useTexts(programWords)
  const { data } = useQuery({
    queryKey: ['progress', id.current],
    queryFn: () => api.programs.progress({ id: id.current }),
    refetchInterval: often,
    enabled: id.current !== '',
  })
  return (
    <div role="status">
      <Notice title={title}>
        {children}
        {data && data.of > 0 && (
          <p className={styles.progress}>
            <progress
              max={data.of}
              value={data.done}
              aria-label={words.doing[data.doing]!(data.done, data.of)}
            />{' '}
            <span className={styles.number}>{words.doing[data.doing]!(data.done, data.of)}</span>
          </p>
        )}
      </Notice>
    </div>
  )
}

type Props = ReturnType<typeof useFollowing> & { title: string; children?: ReactNode }
