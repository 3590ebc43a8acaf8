import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { useTexts } from '#ui/language.tsx'
import { Page } from '#ui/Page.tsx'
import type { Box } from '../contract.ts'
import { boxTexts } from '../messages.box.ts'
import { BoxSteps } from './BoxSteps.tsx'
import { type Link, NewBox, TrusteeLinks } from './NewBox.tsx'

/** The election commission's screen of the electronic box, from the keys to the result. */
export function BoxPage() {
  const { voteId } = useParams({ strict: false }) as { voteId: string }
  const text = useTexts(boxTexts)
  const leads = useMay(leadership)
  const [links, setLinks] = useState<readonly Link[]>([])
  const vote = useQuery({ queryKey: ['votes', voteId], queryFn: () => api.votes.get({ id: voteId }) })
  const boxes = useQuery({
    queryKey: ['boxes', voteId],
    queryFn: () => api.boxes.boxes({ voteId }),
    refetchInterval: 5000,
  })
  if (!boxes.data || !vote.data)
    return <Page title={text.title}>{<Failure error={boxes.error ?? vote.error} />}</Page>
  const held = boxes.data as unknown as Box[]
  return (
    <Page title={vote.data.title} lead={text.lead}>
      {links.length > 0 && <TrusteeLinks links={links} />}
      {leads && !held.some(({ rehearsal }) => !rehearsal) && <NewBox voteId={voteId} onLinks={setLinks} />}
      {held.map((box) => (
        <BoxSteps key={box.id} box={box} tables={vote.data.tables} leads={leads} onLinks={setLinks} />
      ))}
    </Page>
  )
}
