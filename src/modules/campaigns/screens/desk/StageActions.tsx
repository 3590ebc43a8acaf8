import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { leadership } from '#platform/access/roles.ts'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { useMay } from '#platform/access/screens/session.tsx'
import { Choice } from '#ui/Choice.tsx'
import { Dialog, DialogActions } from '#ui/Dialog.tsx'
import { deviceToday } from '#ui/format.ts'
import { useTexts } from '#ui/language.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { campaignWords } from '../../messages.ts'

type Outcome = 'group_formed' | 'won' | 'lost' | 'paused'
type Stage = { stage: 'mapping' | 'organizing' } | { stage: 'closed'; closedOn: string; outcome: Outcome }
type Campaign = { id: string; stage: 'mapping' | 'organizing' | 'closed'; version: number }

/** From mapping to organizing to closed, with what came of it. */
export function StageActions({ campaign }: { campaign: Campaign }) {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const client = useQueryClient()
  const leads = useMay(leadership)
  const [closing, setClosing] = useState(false)
  const change = useMutation({
    mutationFn: (to: Stage) => api.campaigns.changeStage({ id: campaign.id, version: campaign.version, to }),
    onSuccess: () => setClosing(false),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  })
  if (!leads) return null
  if (campaign.stage !== 'organizing') {
    return (
      <Button
        variant="default"
        onClick={() => change.mutate({ stage: 'organizing' })}
        loading={change.isPending}
      >
        {campaign.stage === 'mapping' ? text.begin : text.reopen}
      </Button>
    )
  }
  return (
    <>
      <Button variant="default" onClick={() => setClosing(true)}>
        {text.close}
      </Button>
      {closing && (
        <Dialog title={text.closeHow} onClose={() => setClosing(false)}>
          <Choice
            label={text.close}
            columns={2}
            options={(['group_formed', 'won', 'lost', 'paused'] as const).map((value) => ({
              value,
              label: words.campaignOutcomes[value],
            }))}
            value={null}
            onChange={(outcome) => change.mutate({ stage: 'closed', closedOn: deviceToday(), outcome })}
          />
          <Failure error={change.error} />
          <DialogActions>
            <Button variant="default" onClick={() => setClosing(false)}>
              {text.cancel}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}
