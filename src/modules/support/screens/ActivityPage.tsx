import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#api'
import { field, leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay, useMembership } from '#platform/access/screens/session.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { activityTexts } from '../messages.desk.ts'
import { supportWords } from '../messages.ts'
import { ActivityDialog } from './ActivityDialog.tsx'
import { Attendance } from './Attendance.tsx'
import { Door } from './Door.tsx'
import { Opinions } from './Opinions.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { SignUps } from './SignUps.tsx'

/** One activity: who came, its door, and what those who came thought of it. */
export function ActivityPage() {
  const { activityId: id } = useParams({ strict: false }) as { activityId: string }
  const text = useTexts(activityTexts)
  const words = useTexts(supportWords)
  const [language] = useLanguage()
  const client = useQueryClient()
  const { name } = useMembership()
  const leads = useMay([...leadership, 'program_officer'])
  const inField = useMay([...field, 'program_officer'])
  const [opened, setOpened] = useState<'edit' | 'cancel' | 'share'>()
  const { data, error } = useQuery({
    queryKey: ['activities', id],
    queryFn: () => api.support.activity({ id }),
  })
  const settle = useMutation({
    mutationFn: (what: 'close' | 'reopen' | 'cancel') => api.support[what]({ id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['activities'] })
      setOpened(undefined)
    },
  })
  if (!data) return <Page title={text.title}>{<Failure error={error} />}</Page>
  const open = !data.closedAt && !data.cancelledAt
  const lead = [words.kinds[data.kind], longDay(data.heldOn, language), data.place]
    .filter(Boolean)
    .join(' · ')
  return (
    <Page
      title={data.title}
      lead={data.hostName === name ? lead : `${lead} · ${text.with(data.hostName)}`}
      actions={
        leads &&
        open && (
          <>
            <Button variant="default" onClick={() => setOpened('edit')}>
              {text.edit}
            </Button>
            <Button variant="default" onClick={() => setOpened('share')}>
              {text.share}
            </Button>
          </>
        )
      }
    >
      <p>
        {words.topics[data.topic]} · {words.audiences[data.audience]}
      </p>
      {data.cancelledAt && <Notice kind="warn" title={text.cancelled} />}
      {inField && <Attendance id={id} open={open} />}
      {inField && <Door activity={data} open={open} />}
      {leads && <SignUps id={id} count={data.signUps} />}
      <Opinions opinions={data.opinions} answers={data.answers} leads={leads} />
      <Failure error={settle.error} />
      {leads && !data.cancelledAt && (
        <div className="no-print" style={{ display: 'grid', gap: '0.75rem', marginTop: '2rem' }}>
          <p>{open ? text.closeHelp : text.closedHelp}</p>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem' }}>
            <Button
              variant={open ? 'filled' : 'default'}
              onClick={() => settle.mutate(open ? 'close' : 'reopen')}
              loading={settle.isPending}
            >
              {open ? text.close : text.reopen}
            </Button>
            {open && (
              <Button variant="subtle" onClick={() => setOpened('cancel')}>
                {text.cancelActivity}
              </Button>
            )}
          </div>
        </div>
      )}
      {opened === 'edit' && <ActivityDialog activity={data} onClose={() => setOpened(undefined)} />}
      {opened === 'share' && <ShareDialog id={id} onClose={() => setOpened(undefined)} />}
      {opened === 'cancel' && (
        <Dialog title={text.cancelActivity} onClose={() => setOpened(undefined)}>
          <p>{text.cancelSure}</p>
          <DialogActions>
            <Button variant="default" onClick={() => setOpened(undefined)}>
              {text.keep}
            </Button>
            <Button onClick={() => settle.mutate('cancel')} loading={settle.isPending}>
              {text.cancelActivity}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Page>
  )
}
