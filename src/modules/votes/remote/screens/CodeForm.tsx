import { readCredentialCode } from '@asamblea/ballots/credential'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'

type CodeFormProps = {
  label: string
  wrong: string
  enter: string
  /** The code in its one form, however it was typed. */
  onCode: (code: string) => void
}

/** A printed code, typed with or without its dashes; one that cannot be right is said at once. */
export function CodeForm({ label, wrong, enter, onCode }: CodeFormProps) {
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const code = readCredentialCode(typed)
        setIsWrong(!code.ok)
        if (code.ok) onCode(code.value)
      }}
    >
      <TextInput
        label={label}
        size="lg"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isWrong && wrong}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
      />
      <Button type="submit" size="lg" fullWidth mt="md">
        {enter}
      </Button>
    </form>
  )
}
