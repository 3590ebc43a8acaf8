import { useQuery } from '@tanstack/react-query'
import { api } from '#api'
import { useTexts } from '#ui/language.tsx'
import { dayTexts } from '../messages.day.ts'
import type { VoteFileId, VoteId } from '../schema.ts'
import styles from './votes.module.css'

/** A slate's emblem as it will stand on the ballot. */
export function Emblem({ voteId, fileId, of }: { voteId: VoteId; fileId: VoteFileId; of: string }) {
  const text = useTexts(dayTexts)
  const { data } = useQuery({
    queryKey: ['emblem', fileId],
    queryFn: () => api.votes.file({ voteId, id: fileId }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data) return null
  const address = `data:${data.mediaType};base64,${data.content}`
  return <img src={address} alt={text.emblemOf(of)} className={styles.emblem} />
}
