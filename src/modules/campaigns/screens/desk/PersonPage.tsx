import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { shortDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Card, Page, Section } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { campaignWords } from '../../messages.ts'
import { LevelMark } from '../Level.tsx'
import styles from './desk.module.css'
import { IdentityCard } from './IdentityCard.tsx'
import { useAlias, useCampaign, useCampaignId } from './queries.ts'

/** One person: what was said and what they did, under the handle. The name opens by a tap, which is logged. */
export function PersonPage() {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const [language] = useLanguage()
  const id = useCampaignId()
  const { personId } = useParams({ strict: false }) as { personId: string }
  const campaign = useCampaign()
  const alias = useAlias()
  const leads = useMay(leadership)
  const { data: person, error } = useQuery({
    queryKey: ['campaigns', id, 'people', personId],
    queryFn: () => api.campaigns.person({ id, personId }),
  })
  if (!person)
    return (
      <Page title={text.people}>
        <Failure error={error} />
      </Page>
    )
  const units = campaign.data?.units ?? []
  const named = [person.departmentId, person.shiftId, person.routeId].flatMap(
    (unitId) => units.find((unit) => unit.id === unitId)?.name ?? [],
  )
  return (
    <Page title={person.handle} lead={named.join(' · ')}>
      <div className={styles.stack}>
        <Card>
          <LevelMark level={person.level} />
          {person.nextSteps[0] && (
            <p>
              {text.nextTalk}: {shortDay(person.nextSteps[0].dueOn, language)}
            </p>
          )}
          {person.promises.map((promise) => (
            <p key={promise.id}>
              {words.promises[promise.kind]} · {text.due.toLowerCase()} {shortDay(promise.dueOn, language)}
            </p>
          ))}
        </Card>
        <IdentityCard personId={personId} />
      </div>
      <Section title={text.history}>
        {person.conversations.length === 0 && <p>{text.noHistory}</p>}
        <ol className={styles.timeline}>
          {person.conversations.map((talk) => (
            <li key={talk.id}>
              <strong>{shortDay(talk.talkedOn, language)}</strong>
              {talk.way && <span>{words.ways[talk.way]}</span>}
              {talk.level && <LevelMark level={talk.level} />}
              {talk.concerns.length > 0 && (
                <span>
                  {text.matters}: {talk.concerns.map((concern) => words.concerns[concern]).join(', ')}
                </span>
              )}
              {talk.asked && (
                <span>
                  {text.askedFor}: {words.asks[talk.asked]}
                </span>
              )}
              {talk.promised && (
                <span>
                  {text.promised}: {words.promises[talk.promised]}
                </span>
              )}
              {talk.note && <span>“{talk.note}”</span>}
              <span className={styles.soft}>
                {text.by}: {alias(talk.authorId)}
              </span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={text.did}>
        {person.actions.length === 0 && <p>{text.nothingDone}</p>}
        <ol className={styles.timeline}>
          {person.actions.map((action) => (
            <li key={action.id}>
              <span>
                <strong>{shortDay(action.doneOn, language)}</strong> · {words.actions[action.kind]}
              </span>
            </li>
          ))}
        </ol>
      </Section>
      {leads && <Erase personId={personId} />}
    </Page>
  )
}

function Erase({ personId }: { personId: string }) {
  const text = useTexts(deskTexts)
  const campaignId = useCampaignId()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const erase = useMutation({
    mutationFn: () => api.people.erase({ id: personId }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['campaigns', campaignId] })
      await navigate({ to: '/campaigns/$campaignId/people', params: { campaignId } as never, replace: true })
    },
  })
  return (
    <Section title={text.erase}>
      <Button variant="default" onClick={() => setAsked(true)}>
        {text.erase}
      </Button>
      {asked && (
        <Dialog title={text.erase} onClose={() => setAsked(false)}>
          <p>{text.eraseSure}</p>
          <Failure error={erase.error} />
          <DialogActions>
            <Button variant="default" onClick={() => setAsked(false)}>
              {text.cancel}
            </Button>
            <Button onClick={() => erase.mutate()} loading={erase.isPending}>
              {text.erase}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Section>
  )
}
