import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Act } from '#ui/Act.tsx'
import { longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { reportTexts } from '../../messages.reports.ts'
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx'
import type { ReportSeen } from '../parts/queries.ts'
import programs from '../programs.module.css'
import styles from './report.module.css'
import { StoryDialog } from './StoryDialog.tsx'

type Story = Awaited<ReturnType<typeof api.programs.stories>>[number]

/** The stories of a report's program: which go in, under what may be said, and what was withdrawn. */
export function Stories({ report }: { report: ReportSeen }) {
  const text = useTexts(reportTexts)
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const isDraft = report.state.state === 'draft'
  const { data, error } = useQuery({ queryKey: ['stories'], queryFn: () => api.programs.stories() })
  const choose = useMutation({
    mutationFn: (stories: string[]) => api.programs.chooseStories({ id: report.id, stories }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['report', report.id] }),
  })
  const chosen: readonly string[] = choose.isPending ? choose.variables : report.stories
  const own = data?.filter((story) => story.awardId === report.awardId) ?? []
  const toggle = (id: string, on: boolean) =>
    choose.mutate(on ? [...chosen, id] : chosen.filter((other) => other !== id))
  return (
    <>
      <div className={programs.stack}>
        <p className={programs.soft}>{text.storiesHelp}</p>
        <Failure error={error ?? choose.error} />
        {isDraft && (
          <div className="no-print">
            <Button size="sm" variant="default" onClick={() => setAdding(true)}>
              {text.addStory}
            </Button>
          </div>
        )}
        {data && own.length === 0 && <p>{text.noStories}</p>}
        {own.map((story) => (
          <StoryCard key={story.id} story={story}>
            {isDraft && (story.usable || chosen.includes(story.id)) && (
              <Checkbox
                label={text.include}
                checked={chosen.includes(story.id)}
                disabled={choose.isPending}
                onChange={(event) => toggle(story.id, event.currentTarget.checked)}
              />
            )}
          </StoryCard>
        ))}
      </div>
      {adding && <StoryDialog awardId={report.awardId} onClose={() => setAdding(false)} />}
    </>
  )
}

function StoryCard({ story, children }: { story: Story; children: React.ReactNode }) {
  const text = useTexts(reportTexts)
  const [language] = useLanguage()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const withdraw = useMutation({
    mutationFn: () => api.programs.withdrawStory({ id: story.id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['stories'] })
      await client.invalidateQueries({ queryKey: ['report'] })
      setAsking(false)
    },
  })
  return (
    <article className={styles.story}>
      <h3>{story.title}</h3>
      <blockquote lang={story.language}>{story.text}</blockquote>
      <p className={programs.soft}>
        — {story.attribution[language]} ·{' '}
        {story.withdrawnOn
          ? text.withdrawnOn(longDay(story.withdrawnOn, language))
          : text.expires(longDay(story.expiresOn, language))}
      </p>
      {!story.usable && !story.withdrawnOn && <p className={programs.soft}>{text.notUsable}</p>}
      {story.usedIn.length > 0 && (
        <p className={programs.soft}>
          {text.usedIn(
            story.usedIn
              .map(({ period, edition }) => `${period[language]}, ${text.edition(edition)}`)
              .join('; '),
          )}
        </p>
      )}
      <div className={`${programs.bar} no-print`}>
        {children}
        {!story.withdrawnOn && <Act onClick={() => setAsking(true)}>{text.withdraw}</Act>}
      </div>
      {asking && (
        <ConfirmDialog title={text.withdraw} act={withdraw} onClose={() => setAsking(false)}>
          <p>{text.withdrawSure}</p>
        </ConfirmDialog>
      )}
    </article>
  )
}
