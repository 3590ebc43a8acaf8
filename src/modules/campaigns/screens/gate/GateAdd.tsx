import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Choice } from '#ui/Choice.tsx'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { gateTexts } from '../../messages.gate.ts'
import { campaignWords } from '../../messages.ts'
import { useGate } from './GateProvider.tsx'
import styles from './gate.module.css'
import { NoBundle } from './NoBundle.tsx'

type Where = { department: string | null; shift: string | null; route: string | null }

// Where the last one was added: at one gate, the next comes from the same shift and often the same bus.
let last: Where = { department: null, shift: null, route: null }

/** A stranger at the gate: a handle, a shift, a route. Under thirty seconds. */
export function GateAdd() {
  const text = useTexts(gateTexts)
  const words = useTexts(campaignWords)
  const navigate = useNavigate()
  const { bundle, write } = useGate()
  const [handle, setHandle] = useState('')
  const [phone, setPhone] = useState('')
  const [where, setWhere] = useState(last)
  const [failed, setFailed] = useState(false)
  if (!bundle) return <NoBundle />
  const campaign = bundle.campaigns[0]
  const list = bundle.lists[0]
  if (!campaign || !list) return <NoBundle />
  const save = async (talk: boolean) => {
    const personId = crypto.randomUUID()
    const input = {
      personId,
      campaignId: campaign.id,
      listId: list.id,
      handle: handle.trim(),
      phone: phone.trim() || null,
      departmentId: where.department,
      shiftId: where.shift,
      routeId: where.route,
    }
    try {
      await write('person.add', input)
    } catch {
      setFailed(true)
      return
    }
    last = where
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
          onChange={(event) => setHandle(event.currentTarget.value)}
          maxLength={60}
          autoFocus
          autoComplete="off"
        />
        {(['shift', 'route', 'department'] as const)
          .filter((kind) => campaign.units.some((unit) => unit.kind === kind))
          .map((kind) => (
            <Choice
              key={kind}
              label={words.kinds[kind]}
              options={campaign.units
                .filter((unit) => unit.kind === kind)
                .map(({ id, name }) => ({ value: id, label: name }))}
              value={where[kind]}
              onChange={(id) => setWhere({ ...where, [kind]: id })}
              clearable
            />
          ))}
        <TextInput
          label={text.phone}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
          type="tel"
          inputMode="tel"
          autoComplete="off"
        />
        {failed && <Notice kind="bad">{text.full}</Notice>}
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
