import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { deskTexts } from '../messages.desk.ts'
import { VoteForm } from './VoteForm.tsx'
import { VoteFrame } from './VoteFrame.tsx'

export function NewVotePage() {
  const text = useTexts(deskTexts)
  return (
    <Page title={text.add}>
      <VoteForm />
    </Page>
  )
}

/** A draft is changed until it is called; what was called is not. */
export function EditVotePage() {
  const text = useTexts(deskTexts)
  return (
    <VoteFrame>
      {(vote) =>
        vote.state.name === 'preparing' ? <VoteForm draft={vote} /> : <Notice>{text.draftPast}</Notice>
      }
    </VoteFrame>
  )
}
