import { Button, NumberInput, TextInput } from '@mantine/core'
import { deviceToday } from '#ui/format.ts'
import { useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { Scroll } from '#ui/Scroll.tsx'
import { deskTexts } from '../../messages.desk.ts'
import { campaignWords } from '../../messages.ts'
import styles from './desk.module.css'

export type MapUnit = { id: string; kind: 'department' | 'shift' | 'route'; name: string }
export type MapCount = { unitId: string; shiftId: string; people: number; countedOn: string }
export type PlantMap = { units: MapUnit[]; headcounts: MapCount[] }

type Editing = { value: PlantMap; onChange: (value: PlantMap) => void }
const kinds = ['department', 'shift', 'route'] as const

/** The plant as the union maps it: what its parts are called, and how many people each has on each shift. */
export function MapEditor({ value, onChange }: Editing) {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const adders = { department: text.addDepartment, shift: text.addShift, route: text.addRoute }
  const setName = (id: string, name: string) =>
    onChange({ ...value, units: value.units.map((unit) => (unit.id === id ? { ...unit, name } : unit)) })
  const add = (kind: MapUnit['kind']) =>
    onChange({ ...value, units: [...value.units, { id: crypto.randomUUID(), kind, name: '' }] })
  const remove = (id: string) =>
    onChange({
      units: value.units.filter((unit) => unit.id !== id),
      headcounts: value.headcounts.filter(({ unitId, shiftId }) => unitId !== id && shiftId !== id),
    })
  return (
    <>
      <div className={styles.two}>
        {kinds.map((kind) => (
          <fieldset key={kind} className={styles.units}>
            <legend>
              <h2>{words.kinds[kind]}</h2>
            </legend>
            {value.units
              .filter((unit) => unit.kind === kind)
              .map((unit, at) => (
                <div key={unit.id} className={styles.bar} style={{ flexWrap: 'nowrap' }}>
                  <TextInput
                    aria-label={`${words.kinds[kind]} ${at + 1}`}
                    value={unit.name}
                    onChange={(event) => setName(unit.id, event.currentTarget.value)}
                    maxLength={80}
                    style={{ flex: 1 }}
                  />
                  <Button
                    variant="subtle"
                    onClick={() => remove(unit.id)}
                    aria-label={`${text.remove} ${unit.name}`}
                  >
                    ✕
                  </Button>
                </div>
              ))}
            <Button variant="default" onClick={() => add(kind)}>
              {adders[kind]}
            </Button>
          </fieldset>
        ))}
      </div>
      <Section title={text.howMany}>
        <p>{text.howManyHelp}</p>
        <Counts side="department" value={value} onChange={onChange} />
        {value.units.some(({ kind }) => kind === 'route') && (
          <>
            <p>{text.routesHelp}</p>
            <Counts side="route" value={value} onChange={onChange} />
          </>
        )}
      </Section>
    </>
  )
}

/** One number for each department or route on each shift. */
function Counts({ side, value, onChange }: Editing & { side: 'department' | 'route' }) {
  const text = useTexts(deskTexts)
  const words = useTexts(campaignWords)
  const shifts = value.units.filter(({ kind }) => kind === 'shift')
  const units = value.units.filter(({ kind }) => kind === side)
  const find = (unitId: string, shiftId: string) =>
    value.headcounts.find((one) => one.unitId === unitId && one.shiftId === shiftId)
  const set = (unitId: string, shiftId: string, people: number | '') => {
    const others = value.headcounts.filter((one) => one.unitId !== unitId || one.shiftId !== shiftId)
    const mine = people === '' ? [] : [{ unitId, shiftId, people, countedOn: deviceToday() }]
    onChange({ ...value, headcounts: [...others, ...mine] })
  }
  if (shifts.length === 0 || units.length === 0) return null
  return (
    <Scroll label={`${text.howMany} · ${words.kinds[side]}`}>
      <table className={`${styles.table} ${styles.counts}`}>
        <thead>
          <tr>
            <td />
            {shifts.map((shift) => (
              <th key={shift.id} scope="col">
                {shift.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              {shifts.map((shift) => (
                <td key={shift.id}>
                  <NumberInput
                    aria-label={`${unit.name}, ${shift.name}`}
                    value={find(unit.id, shift.id)?.people ?? ''}
                    onChange={(people) => set(unit.id, shift.id, people === '' ? '' : Number(people))}
                    min={0}
                    max={100_000}
                    allowDecimal={false}
                    hideControls
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** A map with its unnamed parts left out: what may be saved. */
export const namedMap = ({ units, headcounts }: PlantMap): PlantMap => {
  const named = units.map((unit) => ({ ...unit, name: unit.name.trim() })).filter(({ name }) => name !== '')
  const ids = new Set(named.map(({ id }) => id))
  return {
    units: named,
    headcounts: headcounts.filter(({ unitId, shiftId }) => ids.has(unitId) && ids.has(shiftId)),
  }
}
