import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { moment } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Page } from '#ui/Page.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import type { VoteId } from '../schema.ts'

export type SeenVote = Awaited<ReturnType<typeof api.votes.get>>

export const useVoteId = () => useParams({ strict: false }).voteId as VoteId

export const useVote = () => {
  const id = useVoteId()
  return useQuery({ queryKey: ['votes', id], queryFn: () => api.votes.get({ id }) })
}

/** A vote's name and standing over each of its parts, and the way between them. */
export function VoteFrame({ lead, children }: { lead?: ReactNode; children: (vote: SeenVote) => ReactNode }) {
  const text = useTexts(deskTexts)
  const words = useTexts(voteWords)
  const [language] = useLanguage()
  const { data, error } = useVote()
  if (!data) return <Page title={text.title}>{<Failure error={error} />}</Page>
  const params = { voteId: data.id }
  const exact = { exact: true }
  const standing = `${words.kinds[data.kind]} · ${words.states[data.state.name]} · ${moment(data.opensAt, language)}`
  return (
    <Page title={data.title} lead={standing}>
      <Tabs label={text.parts}>
        <Link to="/votes/$voteId" params={params} activeOptions={exact}>
          {text.plan}
        </Link>
        <Link to="/votes/$voteId/roll" params={params}>
          {text.roll}
        </Link>
        <Link to="/votes/$voteId/standing" params={params}>
          {text.standing}
        </Link>
        <Link to="/votes/$voteId/urns" params={params}>
          {text.urns}
        </Link>
        {data.modes.some((mode) => mode !== 'paper') && (
          <Link to="/votes/$voteId/box" params={params}>
            {text.box}
          </Link>
        )}
        <Link to="/votes/$voteId/result" params={params}>
          {text.result}
        </Link>
      </Tabs>
      {lead}
      {children(data)}
    </Page>
  )
}
