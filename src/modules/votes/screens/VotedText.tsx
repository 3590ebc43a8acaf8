import { Button, FileButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { deskTexts } from '../messages.desk.ts'
import { sendFile } from './files.ts'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

/** The text that is voted on, attached with its fingerprint; what is printed of it can be compared. */
export function VotedText({ vote, leads }: { vote: SeenVote; leads: boolean }) {
  const text = useTexts(deskTexts)
  const client = useQueryClient()
  const attach = useMutation({
    mutationFn: async (file: File) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const fileId = await sendFile(vote.id, bytes, 'application/pdf')
      await api.votes.attachText({ id: vote.id, fileId })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['votes', vote.id] }),
  })
  if (vote.kind === 'leadership_election' || vote.kind === 'representation_vote') return null
  const attached = vote.files.find(({ id }) => id === vote.textFileId)
  const open = vote.state.name === 'preparing' || vote.state.name === 'called'
  return (
    <Section title={text.text}>
      <div className={styles.stack}>
        {attached ? (
          <p>
            {text.textThere} <span className={styles.hash}>{attached.digest}</span>
          </p>
        ) : (
          <p>{text.textNone}</p>
        )}
        {leads && open && (
          <div>
            <FileButton onChange={(file) => file && attach.mutate(file)} accept="application/pdf">
              {(props) => (
                <Button {...props} variant="default" loading={attach.isPending}>
                  {text.attach}
                </Button>
              )}
            </FileButton>
          </div>
        )}
        <Failure error={attach.error} />
      </div>
    </Section>
  )
}
