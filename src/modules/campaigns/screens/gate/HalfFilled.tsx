import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { dropCached, keptNames } from '#platform/offline/phone/cache.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { gateTexts } from '../../messages.gate.ts'
import { useGate } from './GateProvider.tsx'
import styles from './gate.module.css'

/** What was being written when the screen was left or the phone died: to go on with, or to drop. */
export function HalfFilled() {
  const text = useTexts(gateTexts)
  const { bundle } = useGate()
  const [names, setNames] = useState<string[]>([])
  const reload = useCallback(() => keptNames().then(setNames, () => {}), [])
  useEffect(() => void reload(), [reload])
  const forms = names.flatMap((name) => {
    if (name === 'add') return [{ name, label: text.addTitle, personId: undefined }]
    const personId = /^talk\/(.+)$/.exec(name)?.[1]
    const person = bundle?.people.find(({ id }) => id === personId)
    return person ? [{ name, label: `${text.talkTitle}: ${person.handle}`, personId }] : []
  })
  if (forms.length === 0) return null
  return (
    <Section title={text.halfFilled}>
      <ul className={styles.list}>
        {forms.map(({ name, label, personId }) => (
          <li key={name} className={styles.promise}>
            <strong>{label}</strong>
            <div className={styles.pair}>
              {personId ? (
                <LinkButton to="/gate/people/$personId/talk" params={{ personId }}>
                  {text.goOn}
                </LinkButton>
              ) : (
                <LinkButton to="/gate/new">{text.goOn}</LinkButton>
              )}
              <Button variant="default" onClick={() => dropCached(name).then(reload)}>
                {text.discard}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
