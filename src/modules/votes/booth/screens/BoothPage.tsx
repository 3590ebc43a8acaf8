import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { trustedServiceWorker } from '#platform/http/trusted.ts'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { nobody } from '../../archive/client.ts'
import { start } from '../../archive/worker.ts'
import type { BoothKit } from '../contract.ts'
import { boothTexts } from '../messages.ts'
import { findBooth, keepBooth } from '../tablet.ts'
import { BoothDesk } from './BoothDesk.tsx'
import { BoothVote } from './BoothVote.tsx'

/** A tablet at a table: registered once with a network, then works without one until its box is delivered. */
export function BoothPage() {
  const text = useTexts(boothTexts)
  const [voting, setVoting] = useState(false)
  const booth = useQuery({
    queryKey: ['booth'],
    networkMode: 'always',
    queryFn: async () => {
      const token = location.hash.slice(1)
      if (token.length === 43) {
        const kit = (await nobody.booth.kit({ token })) as unknown as BoothKit
        if (!(await keepBooth(kit, token))) return { state: 'busy' as const }
        history.replaceState(history.state, '', location.pathname)
      }
      const kept = await findBooth()
      return kept ? { state: 'kept' as const, ...kept } : { state: 'none' as const }
    },
    retry: false,
    staleTime: 0,
  })
  useEffect(() => {
    start()
    void navigator.storage?.persist?.()
    // Kept from here on without a network; a new version waits until the tablet is closed, never amid a vote.
    if ('serviceWorker' in navigator)
      trustedServiceWorker('/worker.js')
        .then(() => navigator.serviceWorker.ready)
        .then(({ active }) => active?.postMessage('keep the booth'))
        .catch(() => {})
  }, [])
  const { data, error, refetch } = booth
  if (!data) return <Page title={text.title}>{<Failure error={error} />}</Page>
  if (data.state !== 'kept')
    return (
      <Page title={text.title}>
        <Notice kind="warn" title={data.state === 'busy' ? text.busyKit : text.noKit} />
      </Page>
    )
  const leave = () => {
    setVoting(false)
    void refetch()
  }
  return voting ? (
    <BoothVote kit={data.kit} medium={data.medium} pin={data.pin ?? ''} onLeave={leave} />
  ) : (
    <BoothDesk {...data} onStart={() => setVoting(true)} onChanged={refetch} />
  )
}
