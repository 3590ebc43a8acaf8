import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#api'
import { Failure } from '#platform/access/screens/Failure.tsx'
import { Act } from '#ui/Act.tsx'
import { Choice } from '#ui/Choice.tsx'
import { deviceToday, longDay } from '#ui/format.ts'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { programTeamTexts } from '../../messages.team.ts'
import { programWords } from '../../messages.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import type { Award } from '../parts/queries.ts'
import styles from '../programs.module.css'

type Partner = Awaited<ReturnType<typeof api.programs.partners>>[number]
const kinds = [
  'academic',
  'civil_society',
  'union',
  'worker_center',
  'other',
] as const satisfies readonly Partner['kind'][]
const refreshes = [['partners'], ['overview']]

/** Partners once each, with their links to programs; only who receives funds directly is an implementing one. */
export function Partners({ awards }: { awards: readonly Award[] }) {
  const text = useTexts(programTeamTexts)
  const [language] = useLanguage()
  const [opened, setOpened] = useState<
    { what: 'keep'; partner?: Partner } | { what: 'link'; partner: Partner }
  >()
  const close = () => setOpened(undefined)
  const { data, error } = useQuery({ queryKey: ['partners'], queryFn: () => api.programs.partners() })
  const named = (id: string) => awards.find((award) => award.id === id)?.name ?? ''
  return (
    <div className={styles.stack}>
      <Failure error={error} />
      {data?.length === 0 && <p>{text.noPartners}</p>}
      <ul className={styles.list}>
        {data?.map((partner) => (
          <li key={partner.id} className={styles.card}>
            <span className={styles.cardHead}>
              <span className={styles.bar}>
                <strong>{partner.name}</strong>
                <span className={styles.soft}>{text.kinds[partner.kind]}</span>
                {partner.implementing && <span className={styles.badge}>{text.implementing}</span>}
                <Act label={text.change(partner.name)} onClick={() => setOpened({ what: 'keep', partner })}>
                  {text.edit}
                </Act>
              </span>
              <span className="no-print">
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => setOpened({ what: 'link', partner })}
                  disabled={awards.length === 0}
                >
                  {text.link}
                </Button>
              </span>
            </span>
            {partner.links.map((link) => (
              <span key={link.id}>
                {named(link.awardId)}
                <span className={styles.soft}>
                  {' '}
                  ·{' '}
                  {link.fundsSince
                    ? text.funds(
                        longDay(link.fundsSince, language),
                        link.fundsUntil ? longDay(link.fundsUntil, language) : text.present,
                      )
                    : text.noFunds}
                </span>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <div className="no-print">
        <Button variant="default" onClick={() => setOpened({ what: 'keep' })}>
          {text.addPartner}
        </Button>
      </div>
      {opened?.what === 'keep' && <PartnerDialog partner={opened.partner} onClose={close} />}
      {opened?.what === 'link' && <LinkDialog partner={opened.partner} awards={awards} onClose={close} />}
    </div>
  )
}

/** A new partner, or its name or kind put right. */
function PartnerDialog({ partner, onClose }: { partner: Partner | undefined; onClose: () => void }) {
  const text = useTexts(programTeamTexts)
  const [id] = useState(() => partner?.id ?? crypto.randomUUID())
  const [kind, setKind] = useState<Partner['kind']>(partner?.kind ?? 'civil_society')
  return (
    <FormDialog
      title={partner ? text.change(partner.name) : text.addPartner}
      refreshes={refreshes}
      onClose={onClose}
      keep={(field) => api.programs.keepPartner({ id, name: field('name'), kind })}
    >
      <TextInput name="name" label={text.name} defaultValue={partner?.name} required maxLength={200} />
      <Choice
        label={text.kind}
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: text.kinds[value]! }))}
      />
    </FormDialog>
  )
}

function LinkDialog({
  partner,
  awards,
  onClose,
}: {
  partner: Partner
  awards: readonly Award[]
  onClose: () => void
}) {
  const text = useTexts(programTeamTexts)
  const words = useTexts(programWords)
  const [id] = useState(() => crypto.randomUUID())
  const [funded, setFunded] = useState(false)
  return (
    <FormDialog
      title={`${text.link}: ${partner.name}`}
      refreshes={refreshes}
      onClose={onClose}
      keep={(field) =>
        api.programs.linkPartner({
          id,
          partnerId: partner.id,
          awardId: field('awardId'),
          fundsSince: field('fundsSince') || null,
          fundsUntil: field('fundsUntil') || null,
        })
      }
    >
      <NativeSelect
        name="awardId"
        label={words.program}
        data={awards.map((award) => ({ value: award.id, label: award.name }))}
      />
      <Checkbox
        label={text.receives}
        checked={funded}
        onChange={(event) => setFunded(event.currentTarget.checked)}
      />
      {funded && (
        <>
          <TextInput
            name="fundsSince"
            type="date"
            label={text.fundsSince}
            defaultValue={deviceToday()}
            required
          />
          <TextInput name="fundsUntil" type="date" label={text.fundsUntil} description={text.untilHelp} />
        </>
      )}
    </FormDialog>
  )
}
