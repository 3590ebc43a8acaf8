import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { LanguageSwitch } from '#platform/access/screens/LanguageSwitch.tsx'
import { codeOf } from '#platform/http/client.ts'
import { longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { hereTexts } from '../messages.here.ts'
import { AboutMe } from './AboutMe.tsx'
import { Evaluate } from './Evaluate.tsx'
import { LeaveDetails } from './LeaveDetails.tsx'

/** What the QR at the door opens, without an account: being counted comes first, and everything else may be left. */
export function HerePage() {
  const text = useTexts(hereTexts)
  const [language] = useLanguage()
  const token = location.hash.slice(1)
  const [id] = useState(() => crypto.randomUUID())
  const [opened, setOpened] = useState<'evaluate' | 'about' | 'leave'>()
  const door = useQuery({
    queryKey: ['door', token],
    queryFn: () => api.support.door({ token }),
    retry: false,
  })
  const arrive = useMutation({ mutationFn: () => api.support.arrive({ token, id }) })
  const close = () => setOpened(undefined)
  if (door.isError && ['support.door-closed', 'invalid'].includes(codeOf(door.error)))
    return (
      <Page title={text.closed} lead={text.closedHelp}>
        <LanguageSwitch />
      </Page>
    )
  if (!door.data) return <Page title={text.title}>{<Failure error={door.error} />}</Page>
  return (
    <Page title={text.welcome(door.data.title)} lead={longDay(door.data.heldOn, language)}>
      <p>{text.noName}</p>
      <Failure error={arrive.error} />
      {arrive.isSuccess ? (
        <Notice kind="good" title={text.arrived} />
      ) : (
        <Button size="xl" fullWidth mt="md" onClick={() => arrive.mutate()} loading={arrive.isPending}>
          {text.arrive}
        </Button>
      )}
      <Section title={text.more}>
        <div style={{ display: 'grid', gap: '0.625rem' }}>
          <Button variant="default" size="lg" onClick={() => setOpened('evaluate')}>
            {text.evaluate}
          </Button>
          <Button variant="default" size="lg" onClick={() => setOpened('about')}>
            {text.about}
          </Button>
          <Button variant="default" size="lg" onClick={() => setOpened('leave')}>
            {text.leave}
          </Button>
        </div>
      </Section>
      <div style={{ marginTop: '2rem' }}>
        <LanguageSwitch />
      </div>
      {opened === 'evaluate' && <Evaluate token={token} onClose={close} />}
      {opened === 'about' && <AboutMe token={token} id={id} onClose={close} />}
      {opened === 'leave' && <LeaveDetails token={token} onClose={close} />}
    </Page>
  )
}
