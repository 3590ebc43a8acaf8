import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { countOpened, mayOpen } from '#modules/people/screens/opened.ts'
import { addDays } from '#platform/text/day.ts'
import { chatLink, nationalNumber, spokenNumber } from '#platform/text/phone.ts'
import { Choice } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { shortDay } from '#ui/format.ts'
import { LinkButton } from '#ui/LinkButton.tsx'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Card, Empty, Page, Section } from '#ui/Page.tsx'
import type { LocalPerson } from '../../local.ts'
import { gateTexts } from '../../messages.gate.ts'
import { campaignWords } from '../../messages.ts'
import { type ActionKind, actionKinds } from '../../words.ts'
import { LevelMark } from '../Level.tsx'
import { useGate } from './GateProvider.tsx'
import styles from './gate.module.css'

/** One person on a delegate's phone: where they stand, what is next, and how to reach them. */
export function GatePerson() {
  const text = useTexts(gateTexts)
  const words = useTexts(campaignWords)
  const [language] = useLanguage()
  const { personId } = useParams({ strict: false }) as { personId: string }
  const { bundle, today, write } = useGate()
  const [acting, setActing] = useState(false)
  const person = bundle?.people.find(({ id }) => id === personId)
  if (!person) {
    return (
      <Page title={text.list}>
        <Empty title={text.noMatch} />
      </Page>
    )
  }
  const units = bundle?.campaigns.find(({ id }) => id === person.campaignId)?.units ?? []
  const named = [person.departmentId, person.shiftId, person.routeId].flatMap(
    (id) => units.find((unit) => unit.id === id)?.name ?? [],
  )
  const next = person.steps[0]
  return (
    <Page title={person.handle} lead={named.join(' · ')}>
      <div className={styles.stack}>
        <Card>
          <div className={styles.facts}>
            <LevelMark level={person.level} />
            <span>
              {person.talkedOn ? text.lastTalk(shortDay(person.talkedOn, language)) : text.neverTalkedOne}
            </span>
            {next && <span>{text.nextTalk(shortDay(next.dueOn, language))}</span>}
            {person.concerns.length > 0 && (
              <span>
                {person.concerns
                  .map((concern) => words.concerns[concern as keyof typeof words.concerns] ?? concern)
                  .join(' · ')}
              </span>
            )}
          </div>
        </Card>
        <LinkButton to="/gate/people/$personId/talk" params={{ personId }} fullWidth>
          {text.record}
        </LinkButton>
        <Button variant="default" onClick={() => setActing(true)} fullWidth>
          {text.noteAction}
        </Button>
        {person.phone && <Reach person={person} />}
        {next && <Outcome stepId={next.id} />}
        {person.promises.length > 0 && (
          <Section title={text.duePromises}>
            <ul className={styles.list}>
              {person.promises.map((promise) => (
                <li key={promise.id} className={styles.promise}>
                  <span>{text.promise(words.promises[promise.kind], shortDay(promise.dueOn, language))}</span>
                  <div className={styles.pair}>
                    <Button
                      variant="default"
                      onClick={() => write('promise.settle', { id: promise.id, settled: 'kept' })}
                    >
                      {text.kept}
                    </Button>
                    <Button
                      variant="default"
                      onClick={() => write('promise.settle', { id: promise.id, settled: 'broken' })}
                    >
                      {text.broken}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
      {acting && (
        <NoteAction
          onClose={() => setActing(false)}
          onSave={async (kind) => {
            const action = { campaignId: person.campaignId, personId, kind, doneOn: today }
            if (await write('action.note', action)) setActing(false)
          }}
        />
      )}
    </Page>
  )
}

/** Call or write with a text that names neither union, plant nor person. The number shows only after a tap. */
function Reach({ person }: { person: LocalPerson }) {
  const text = useTexts(gateTexts)
  const { today, write } = useGate()
  const [open, setOpen] = useState(false)
  const national = nationalNumber(person.phone ?? '')
  if (!open && !mayOpen(today)) return <Notice kind="warn">{text.nameCap}</Notice>
  const reveal = async () => {
    if (open) return
    // What is not written down is not shown.
    if (!(await write('name.open', { personId: person.id }))) return
    countOpened(today)
    setOpen(true)
  }
  return (
    <div className={styles.pair}>
      {national && (
        <Button
          component="a"
          variant="default"
          href={chatLink(national, text.whatsappText)}
          target="_blank"
          rel="noreferrer noopener"
          onClick={reveal}
        >
          {text.whatsapp}
        </Button>
      )}
      {!open && <span className={styles.soft}>{text.nameLogged}</span>}
      {open ? (
        <span className={styles.number}>
          {person.name} {national ? spokenNumber(national) : person.phone}
        </span>
      ) : (
        <Button variant="default" onClick={reveal}>
          {text.openName}
        </Button>
      )}
    </div>
  )
}

/** One tap notes how the next step went; "another day" and "no answer" plan it again. */
function Outcome({ stepId }: { stepId: string }) {
  const text = useTexts(gateTexts)
  const words = useTexts(campaignWords)
  const { today, write } = useGate()
  const settle = (outcome: 'talked' | 'no_answer' | 'later' | 'refused') =>
    write('step.settle', {
      id: stepId,
      outcome,
      againOn: outcome === 'later' ? addDays(today, 3) : outcome === 'no_answer' ? addDays(today, 1) : null,
    })
  return (
    <Choice
      label={text.outcome}
      columns={2}
      options={(['talked', 'no_answer', 'later', 'refused'] as const).map((value) => ({
        value,
        label: words.outcomes[value],
      }))}
      value={null}
      onChange={settle}
    />
  )
}

function NoteAction({ onClose, onSave }: { onClose: () => void; onSave: (kind: ActionKind) => void }) {
  const text = useTexts(gateTexts)
  const words = useTexts(campaignWords)
  return (
    <Dialog title={text.whatDone} onClose={onClose}>
      <Choice
        label={text.noteAction}
        columns={2}
        options={actionKinds.map((kind) => ({ value: kind, label: words.actions[kind] }))}
        value={null}
        onChange={onSave}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {text.keep}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
