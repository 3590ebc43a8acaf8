import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { useTexts } from '#ui/language.tsx'
import { type SeenVote, VoteFrame } from '../../screens/VoteFrame.tsx'
import type { Box } from '../contract.ts'
import { boxTexts } from '../messages.box.ts'
import { BoxSteps } from './BoxSteps.tsx'
import { type Link, NewBox, TrusteeLinks } from './NewBox.tsx'

/** The election commission's screen of the electronic box, from the keys to the result. */
export function BoxPage() {
  const text = useTexts(boxTexts)
  return <VoteFrame lead={<p>{text.lead}</p>}>{(vote) => <Boxes vote={vote} />}</VoteFrame>
}

function Boxes({ vote }: { vote: SeenVote }) {
  const leads = useMay(leadership)
  const [links, setLinks] = useState<readonly Link[]>([])
  const { data, error } = useQuery({
    queryKey: ['boxes', vote.id],
    queryFn: () => api.boxes.boxes({ voteId: vote.id }),
    refetchInterval: 5000,
  })
  if (!data) return <Failure error={error} />
  const held = data as unknown as Box[]
  return (
    <>
      {links.length > 0 && <TrusteeLinks links={links} />}
      {leads && !held.some(({ rehearsal }) => !rehearsal) && <NewBox voteId={vote.id} onLinks={setLinks} />}
      {held.map((box) => (
        <BoxSteps
          key={box.id}
          box={box}
          tables={vote.tables}
          leads={leads}
          over={box.rehearsal || vote.state.name === 'closed'}
          onLinks={setLinks}
        />
      ))}
    </>
  )
}
