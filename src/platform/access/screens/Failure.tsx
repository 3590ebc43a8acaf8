import { lazy, Suspense } from 'react'
import { Problem } from '#ui/Problem.tsx'
import { codeOf, sentenceOf } from '../../http/client.ts'

// Rarely asked for, and a phone at the gate never carries it.
const ProveAgain = lazy(async () => {
  const { ProveAgain } = await import('./ProveAgain.tsx')
  return { default: ProveAgain }
})

/** Shows why an operation was refused or failed, and lets one confirm who one is where that is what it takes. */
export function Failure({ error }: { error: unknown }) {
  if (!error) return null
  const code = codeOf(error)
  return (
    <Problem code={code} sentence={sentenceOf(error)}>
      {code === 'prove-again' && (
        <Suspense>
          <ProveAgain />
        </Suspense>
      )}
    </Problem>
  )
}
