import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#api'
import { Choice } from '#ui/Choice.tsx'
import { deviceToday } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { reportTexts } from '../../messages.reports.ts'
import { programWords } from '../../messages.ts'
import type { Story } from '../../schema.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { usePlaces } from '../parts/queries.ts'

const consents = ['role', 'role_sector', 'role_sector_state'] as const satisfies readonly Story['consent'][]
const audiences = ['funder', 'public', 'own'] as const satisfies readonly Story['audience'][]

/** What somebody told, with how far their consent reaches. No more of them is asked than may be said. */
export function StoryDialog({ awardId, onClose }: { awardId: string; onClose: () => void }) {
  const text = useTexts(reportTexts)
  const words = useTexts(programWords)
  const [language] = useLanguage()
  const [id] = useState(() => crypto.randomUUID())
  const [consent, setConsent] = useState<Story['consent']>('role')
  const [audience, setAudience] = useState<Story['audience']>('funder')
  const [told, setTold] = useState<'es' | 'en'>('es')
  const { states, sectors } = usePlaces(language)
  const today = deviceToday()
  return (
    <FormDialog
      title={text.addStory}
      lead={text.storiesHelp}
      refreshes={[['stories']]}
      onClose={onClose}
      keep={(field) =>
        api.programs.keepStory({
          id,
          awardId,
          title: field('title'),
          text: field('text'),
          language: told,
          role: field('role'),
          sector: consent === 'role' ? null : field('sector'),
          stateCode: consent === 'role_sector_state' ? field('stateCode') : null,
          consent,
          audience,
          consentedOn: field('consentedOn'),
          expiresOn: field('expiresOn'),
        })
      }
    >
      <TextInput name="title" label={text.storyTitle} required maxLength={200} />
      <Textarea name="text" label={text.storyText} required minRows={4} maxLength={4000} />
      <Choice
        label={text.storyLanguage}
        value={told}
        onChange={setTold}
        options={[
          { value: 'es', label: words.spanish },
          { value: 'en', label: words.english },
        ]}
      />
      <TextInput name="role" label={text.role} description={text.roleHelp} required maxLength={200} />
      <Choice
        label={text.consent}
        value={consent}
        onChange={setConsent}
        options={consents.map((value) => ({ value, label: text.consents[value]! }))}
      />
      {consent !== 'role' && <NativeSelect name="sector" label={text.sector} data={sectors} />}
      {consent === 'role_sector_state' && <NativeSelect name="stateCode" label={text.state} data={states} />}
      <Choice
        label={text.audience}
        value={audience}
        onChange={setAudience}
        options={audiences.map((value) => ({ value, label: text.audiences[value]! }))}
      />
      <TextInput
        name="consentedOn"
        type="date"
        label={text.consentedOn}
        defaultValue={today}
        max={today}
        required
      />
      <TextInput
        name="expiresOn"
        type="date"
        label={text.expiresOn}
        defaultValue={`${Number(today.slice(0, 4)) + 1}${today.slice(4)}`}
        min={today}
        required
      />
    </FormDialog>
  )
}
