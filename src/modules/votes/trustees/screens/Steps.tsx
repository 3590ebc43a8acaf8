import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { nobody } from '../../archive/client.ts'
import type { TrusteeStep } from '../../archive/schema.ts'
import { ask, WorkRefused } from '../../archive/worker.ts'
import { CodeForm } from '../../remote/screens/CodeForm.tsx'
import type { Custody } from '../contract.ts'
import { custodyTexts } from '../messages.ts'

type Turn = 'deal' | 'conclude' | 'decrypt' | null

/** What this trustee may do now, or null while others must go first. */
const turnOf = (custody: Custody, step: TrusteeStep): Turn => {
  if (step === 'enrolled') return custody.certificates ? 'deal' : null
  if (step === 'dealt') return custody.dealings ? 'conclude' : null
  return step === 'ready' && custody.state.name === 'tallied' ? 'decrypt' : null
}

/** The later steps. The two of the ceremony are taken by themselves while the page is open and knows the code. */
export function Steps({ custody, token, step, code, onCode, onDone }: StepsProps) {
  const text = useTexts(custodyTexts)
  const [progress, setProgress] = useState(0)
  const sent = useRef<string | null>(null)
  const turn = turnOf(custody, step)
  const take = useMutation({
    mutationFn: async (kept: string) => {
      const place = { ...custody, size: custody.trustees.length }
      if (turn === 'deal') {
        const { message } = await ask('deal', { code: kept, place })
        sent.current = message
        return nobody.custody.deal({ token, message })
      }
      if (turn === 'conclude') {
        const { message } = await ask('conclude', { code: kept, place, sent: sent.current })
        return nobody.custody.conclude({ token, message })
      }
      const asked = { uuid: custody.uuid, code: kept, place }
      const { text: part } = await ask('decrypt', asked, setProgress)
      return nobody.custody.decrypt({ token, text: part })
    },
    onSuccess: onDone,
  })
  const automatic = turn === 'deal' || turn === 'conclude'
  const { mutate, isPending, isError } = take
  useEffect(() => {
    if (automatic && code && !isPending && !isError) mutate(code)
  }, [automatic, code, isPending, isError, mutate])
  const refused = take.error instanceof WorkRefused ? take.error.reason : null
  return (
    <>
      {refused?.startsWith('ceremony') || refused === 'trustee-not-listed' ? (
        <Notice kind="bad" title={text.notYours} />
      ) : refused && refused !== 'offline' ? (
        <Notice kind="bad" title={turn === 'decrypt' ? text.unsound : text.notYours} />
      ) : (
        <Failure error={take.error} />
      )}
      {turn && (!code || isError) && (
        <CodeForm
          label={text.enterCode}
          wrong={text.wrongCode}
          enter={text.enter}
          onCode={(typed) => {
            take.reset()
            onCode(typed)
          }}
        />
      )}
      {turn === 'decrypt' && code && (
        <Section title={text.open}>
          <p>{text.openHelp}</p>
          {isPending && <p role="status">{text.verifying(progress)}</p>}
          <Button size="lg" fullWidth loading={isPending} onClick={() => mutate(code)}>
            {text.open}
          </Button>
        </Section>
      )}
      {!turn && <Standing custody={custody} step={step} />}
    </>
  )
}

type StepsProps = {
  custody: Custody
  token: string
  step: TrusteeStep
  code: string | null
  onCode: (code: string) => void
  onDone: () => unknown
}

function Standing({ custody, step }: { custody: Custody; step: TrusteeStep }) {
  const text = useTexts(custodyTexts)
  if (custody.state.name === 'decided')
    return (
      <Notice kind="good" title={text.decided}>
        <a href={`/archive/${custody.uuid}`}>{text.seeArchive}</a>
      </Notice>
    )
  if (step === 'decrypted')
    return (
      <Notice kind="good" title={text.opened}>
        {text.openedHelp}
      </Notice>
    )
  if (step === 'ready')
    return (
      <Notice kind="good" title={text.ready}>
        {text.readyHelp}
      </Notice>
    )
  return <Notice title={text.waiting}>{text.waitingHelp}</Notice>
}
