import { readCredentialCode } from '@asamblea/ballots/credential'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#ui/language.tsx'
import { ballotTexts } from '../messages.ts'

/** For who could not scan: the code as it is printed, with or without its dashes. */
export function EnterCode({ onCode }: { onCode: (code: string) => void }) {
  const text = useTexts(ballotTexts)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const code = readCredentialCode(typed)
        if (code.ok) onCode(code.value)
        setWrong(!code.ok)
      }}
    >
      <p>{text.codeHelp}</p>
      <TextInput
        label={text.code}
        size="lg"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={wrong && text.codeWrong}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <Button type="submit" size="lg" fullWidth mt="md">
        {text.enter}
      </Button>
    </form>
  )
}
