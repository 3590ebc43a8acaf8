import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { dayTexts } from '../messages.day.ts'
import { deskTexts } from '../messages.desk.ts'
import { voteWords } from '../messages.ts'
import type { TableId } from '../schema.ts'
import { type PaperKind, paperKinds } from '../words.ts'
import { saveFile } from './files.ts'
import { SecondPerson, useAgreed } from './SecondPerson.tsx'
import type { SeenVote } from './VoteFrame.tsx'
import styles from './votes.module.css'

const forLeadership: readonly PaperKind[] = ['roll', 'signing_sheet']

/** Every paper of the vote, made anew when it is asked for. */
export function Papers({ vote, leads }: { vote: SeenVote; leads: boolean }) {
  const text = useTexts(deskTexts)
  const day = useTexts(dayTexts)
  const words = useTexts(voteWords)
  const [language] = useLanguage()
  const [tableId, setTableId] = useState<string>(vote.tables[0]?.id ?? '')
  const { agreed } = useAgreed(vote.id)
  const print = useMutation({
    mutationFn: ({ paper, form }: { paper: PaperKind; form: 'pdf' | 'docx' }) =>
      api.votes.paper({
        id: vote.id,
        paper,
        form,
        language,
        ...(tableId ? { tableId: tableId as TableId } : {}),
        ...agreed,
      }),
    onSuccess: saveFile,
  })
  return (
    <Section title={text.papers}>
      {vote.tables.length > 0 && (
        <NativeSelect
          label={text.forTable}
          value={tableId}
          onChange={(event) => setTableId(event.currentTarget.value)}
          data={vote.tables.map(({ id, number, place }) => ({
            value: id,
            label: `${day.table(number)} · ${place}`,
          }))}
        />
      )}
      <Failure error={print.error} />
      <SecondPerson
        vote={vote}
        error={print.error}
        onRetry={() => print.variables && print.mutate(print.variables)}
      />
      {print.data && print.data.unprintable.length > 0 && (
        <Notice kind="warn">
          {text.unprintable} {print.data.unprintable.join(' ')}
        </Notice>
      )}
      {paperKinds
        .filter((paper) => leads || !forLeadership.includes(paper))
        .map((paper) => (
          <div key={paper} className={styles.row}>
            <span>{words.papers[paper]}</span>
            <span className={styles.bar}>
              {(['pdf', 'docx'] as const).map((form) => (
                <Button
                  key={form}
                  variant="default"
                  onClick={() => print.mutate({ paper, form })}
                  loading={
                    print.isPending && print.variables?.paper === paper && print.variables.form === form
                  }
                  aria-label={`${words.papers[paper]}: ${text[form]}`}
                >
                  {text[form]}
                </Button>
              ))}
            </span>
          </div>
        ))}
    </Section>
  )
}
