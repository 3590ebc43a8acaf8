import { useTexts } from '#ui/language.tsx'
import { ballotTexts } from '../messages.ts'
import { CodeForm } from './CodeForm.tsx'

/** For who could not scan: the code as it is printed. */
export function EnterCode({ onCode }: { onCode: (code: string) => void }) {
  const text = useTexts(ballotTexts)
  return (
    <>
      <p>{text.codeHelp}</p>
      <CodeForm label={text.code} wrong={text.codeWrong} enter={text.enter} onCode={onCode} />
    </>
  )
}
