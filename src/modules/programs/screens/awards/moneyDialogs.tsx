import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#api'
import { Choice } from '#ui/Choice.tsx'
import { deviceToday } from '#ui/format.ts'
import { useTexts } from '#ui/language.tsx'
import { awardTexts } from '../../messages.awards.ts'
import type { AwardAction, Currency } from '../../schema.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { centsOf } from '../parts/numbers.ts'

type Kind = AwardAction['kind']
type Money = AwardAction['currency']
const kinds = ['obligation', 'extension', 'change'] as const satisfies readonly Kind[]
const currencies = ['USD', 'MXN'] as const satisfies readonly (typeof Currency.options)[number][]

/** One dated step of an award. */
export function ActionDialog({ awardId, onClose }: { awardId: string; onClose: () => void }) {
  const text = useTexts(awardTexts)
  const [id] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<Kind>('obligation')
  const [amount, setAmount] = useState('')
  const cents = kind === 'extension' && amount === '' ? 0 : centsOf(amount)
  return (
    <FormDialog
      title={text.addAction}
      refreshes={[['awards'], ['overview'], ['periods']]}
      disabled={cents === undefined}
      onClose={onClose}
      keep={(field) =>
        api.programs.addAction({
          id,
          awardId,
          kind,
          signedOn: field('signedOn'),
          amountCents: cents!,
          currency: field('currency') as Money,
          endsOn: field('endsOn') || null,
          note: field('note'),
        })
      }
    >
      <Choice
        label={text.actionKind}
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: text.actions[value]! }))}
      />
      <TextInput name="signedOn" type="date" label={text.signedOn} defaultValue={deviceToday()} required />
      <TextInput
        label={text.amount}
        description={text.amountHelp}
        inputMode="decimal"
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <NativeSelect name="currency" label={text.currency} data={[...currencies]} />
      <TextInput name="endsOn" type="date" label={text.newEnd} required={kind === 'extension'} />
      <TextInput name="note" label={text.note} maxLength={400} />
    </FormDialog>
  )
}

/** The funder's own code makes it a party that signs on its own screen. */
export function FunderDialog({ awardId, onClose }: { awardId: string; onClose: () => void }) {
  const text = useTexts(awardTexts)
  return (
    <FormDialog
      title={text.linkFunder}
      lead={text.linkFunderHelp}
      refreshes={[['awards']]}
      onClose={onClose}
      keep={(field) => api.programs.linkFunder({ awardId, token: field('token') })}
    >
      <TextInput name="token" label={text.linkCode} autoComplete="off" required />
    </FormDialog>
  )
}

/** What a dollar was worth on a day, with who said so. */
export function RateDialog({ onClose }: { onClose: () => void }) {
  const text = useTexts(awardTexts)
  const [id] = useState(() => crypto.randomUUID())
  return (
    <FormDialog
      title={text.addRate}
      lead={text.rateHelp}
      refreshes={[['overview'], ['rates']]}
      onClose={onClose}
      keep={(field) =>
        api.programs.keepRate({
          id,
          onDay: field('onDay'),
          from: 'USD',
          to: 'MXN',
          rate: field('rate'),
          source: field('source'),
        })
      }
    >
      <TextInput name="onDay" type="date" label={text.onDay} defaultValue={deviceToday()} required />
      <TextInput name="rate" label={text.rate} inputMode="decimal" pattern="\d{1,6}(\.\d{1,8})?" required />
      <TextInput name="source" label={text.source} required maxLength={200} />
    </FormDialog>
  )
}
