import { Button } from '@mantine/core'
import { nationalNumber, spokenNumber } from '#platform/text/phone.ts'
import { useTexts } from '#ui/language.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Page.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { sheetTexts } from '../../messages.sheets.ts'
import { useCampaign } from './queries.ts'
import type { OpenedSheet } from './SheetCard.tsx'
import styles from './sheets.module.css'

/** The opened names as they are printed: letter paper, black on white, room for a pen. */
export function SheetTable({ opened, onClose }: { opened: OpenedSheet; onClose: () => void }) {
  const text = useTexts(sheetTexts)
  const campaign = useCampaign()
  const { sheet, people } = opened
  const nameOf = (unitId: string | null) => campaign.data?.units.find((unit) => unit.id === unitId)?.name
  const spoken = (phone: string | null) => {
    const national = phone && nationalNumber(phone)
    return national ? spokenNumber(national) : phone
  }
  const pens = sheet.purpose === 'assembly' ? [text.signature] : text.calls
  return (
    <Section
      title={text.purposes[sheet.purpose]}
      actions={
        <div className={styles.bar}>
          <Button onClick={() => print()}>{text.print}</Button>
          <Button variant="default" onClick={onClose}>
            {text.close}
          </Button>
        </div>
      }
    >
      <div className="no-print">
        <Notice kind="warn">{text.printHelp}</Notice>
      </div>
      <Scroll label={text.title} className={styles.frame}>
        <table className={styles.sheet} data-purpose={sheet.purpose}>
          <thead>
            <tr>
              <th>{text.number}</th>
              <th>{text.name}</th>
              {sheet.purpose === 'calls' && <th>{text.phone}</th>}
              {sheet.purpose === 'visits' && <th>{text.address}</th>}
              <th>{text.place}</th>
              {pens.map((pen) => (
                <th key={pen}>{pen}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person, at) => (
              <tr key={person.id}>
                <td>{at + 1}</td>
                <td>
                  <strong>{person.name ?? person.handle}</strong>
                  {!person.name && <span className={styles.soft}> ({text.noName})</span>}
                </td>
                {sheet.purpose === 'calls' && <td className={styles.phone}>{spoken(person.phone)}</td>}
                {sheet.purpose === 'visits' && <td>{person.address}</td>}
                <td>
                  {[person.departmentId, person.shiftId, person.routeId]
                    .flatMap((unitId) => nameOf(unitId) ?? [])
                    .join(' · ')}
                </td>
                {pens.map((pen) => (
                  <td key={pen} className={styles.pen} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  )
}
