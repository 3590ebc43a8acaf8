import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { Choice } from '#ui/Choice.tsx'
import { useTexts } from '#ui/language.tsx'
import { Page } from '#ui/Page.tsx'
import { homeCampaign } from '../../local.ts'
import { gateTexts } from '../../messages.gate.ts'
import { campaignWords } from '../../messages.ts'
import { useGate } from './GateProvider.tsx'
import styles from './gate.module.css'
import { KeptNote } from './KeptNote.tsx'
import { useKept } from './kept.ts'
import { NoBundle } from './NoBundle.tsx'

type Where = { department: string | null; shift: string | null; route: string | null }

type AddForm = {
  personId: string
  handle: string
  phone: string
  campaignId?: string | undefined
  listId?: string | undefined
  where: Where
}

const anywhere: Where = { department: null, shift: null, route: null }

// Where the last one was added: at one gate, the next comes from the same shift and often the same bus.
let last: Pick<AddForm, 'campaignId' | 'listId' | 'where'> = { where: anywhere }

/** A stranger at the gate: a handle, a shift, a route. Under thirty seconds. */
export function GateAdd() {
  const text = useTexts(gateTexts)
  const words = useTexts(campaignWords)
  const navigate = useNavigate()
  const { phone: device, bundle, write } = useGate()
  // The person has an id from the first letter on: one who is saved twice is still one.
  const { form, change, keeping, settled } = useKept<AddForm>(device, 'add', () => ({
    personId: crypto.randomUUID(),
    handle: '',
    phone: '',
    ...last,
  }))
  if (!bundle) return <NoBundle />
  if (!form) return null
  const { personId, handle, phone, where } = form
  const campaign = bundle.campaigns.find(({ id }) => id === form.campaignId) ?? homeCampaign(bundle)
  const list = bundle.lists.find(({ id }) => id === form.listId) ?? bundle.lists[0]
  if (!campaign || !list) return <NoBundle />
  // A form may have been begun at another plant.
  const unitOf = (kind: keyof Where) => campaign.units.find(({ id }) => id === where[kind])?.id ?? null
  const save = async (talk: boolean) => {
    await settled()
    const input = {
      personId,
      campaignId: campaign.id,
      listId: list.id,
      handle: handle.trim(),
      phone: phone.trim() || null,
      departmentId: unitOf('department'),
      shiftId: unitOf('shift'),
      routeId: unitOf('route'),
    }
    if (!(await write('person.add', input, { clears: 'add' }))) return
    last = { campaignId: campaign.id, listId: list.id, where }
    if (talk) await navigate({ to: '/gate/people/$personId/talk', params: { personId }, replace: true })
    else await navigate({ to: '/gate/list', replace: true })
  }
  return (
    <Page title={text.addTitle} lead={campaign.plant}>
      <div className={styles.stack}>
        <TextInput
          label={text.handle}
          description={text.handleHelp}
          value={handle}
          onChange={(event) => change({ ...form, handle: event.currentTarget.value })}
          maxLength={60}
          autoFocus
          autoComplete="off"
        />
        {bundle.campaigns.length > 1 && (
          <Choice
            label={text.whichPlant}
            options={bundle.campaigns.map(({ id, plant }) => ({ value: id, label: plant }))}
            value={campaign.id}
            onChange={(campaignId) => change({ ...form, campaignId, where: anywhere })}
          />
        )}
        {(['shift', 'route', 'department'] as const)
          .filter((kind) => campaign.units.some((unit) => unit.kind === kind))
          .map((kind) => (
            <Choice
              key={kind}
              label={words.kinds[kind]}
              options={campaign.units
                .filter((unit) => unit.kind === kind)
                .map(({ id, name }) => ({ value: id, label: name }))}
              value={unitOf(kind)}
              onChange={(id) => change({ ...form, where: { ...where, [kind]: id } })}
              clearable
            />
          ))}
        {bundle.lists.length > 1 && (
          <Choice
            label={text.whichList}
            options={bundle.lists.map(({ id, name }) => ({ value: id, label: name }))}
            value={list.id}
            onChange={(listId) => change({ ...form, listId })}
          />
        )}
        <TextInput
          label={text.phone}
          value={phone}
          onChange={(event) => change({ ...form, phone: event.currentTarget.value })}
          type="tel"
          inputMode="tel"
          autoComplete="off"
        />
        <KeptNote keeping={keeping} />
        <div className={styles.bar}>
          <Button onClick={() => save(true)} disabled={handle.trim() === ''} fullWidth>
            {text.addSave}
          </Button>
          <Button variant="default" onClick={() => save(false)} disabled={handle.trim() === ''} fullWidth>
            {text.addOnly}
          </Button>
        </div>
      </div>
    </Page>
  )
}
