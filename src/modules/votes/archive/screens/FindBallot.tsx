import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { nobody } from '../client.ts'
import { archiveTexts } from '../messages.ts'

/** Looks for a ballot by its tracker, as its voter would. */
export function FindBallot({ uuid }: { uuid: string }) {
  const text = useTexts(archiveTexts)
  const [tracker, setTracker] = useState('')
  const find = useMutation({
    mutationFn: () => nobody.archive.find({ uuid, tracker: tracker.replaceAll(/\s/g, '') }),
  })
  const found = find.data
  return (
    <Section title={text.find}>
      <p>{text.findHelp}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          find.mutate()
        }}
      >
        <TextInput
          label={text.tracker}
          value={tracker}
          onChange={(event) => setTracker(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" mt="sm" variant="default" loading={find.isPending}>
          {text.search}
        </Button>
      </form>
      <Failure error={find.error} />
      {found?.found && <Notice kind="good" title={found.counts ? text.counts : text.replaced} />}
      {found && !found.found && <Notice kind="bad" title={text.absent} />}
    </Section>
  )
}
