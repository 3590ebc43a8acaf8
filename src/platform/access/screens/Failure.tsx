import { Problem } from '#ui/Problem.tsx'
import { codeOf, sentenceOf } from '../../http/client.ts'
import { ProveAgain } from './ProveAgain.tsx'

/** Shows why an operation was refused or failed, and lets one confirm who one is where that is what it takes. */
export function Failure({ error }: { error: unknown }) {
  if (!error) return null
  const code = codeOf(error)
  return (
    <Problem code={code} sentence={sentenceOf(error)}>
      {code === 'prove-again' && <ProveAgain />}
    </Problem>
  )
}
