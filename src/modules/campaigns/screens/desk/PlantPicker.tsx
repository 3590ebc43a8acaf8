import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '#api'
import { useLanguage, useTexts } from '#ui/language.tsx'
import { Section } from '#ui/Page.tsx'
import { deskTexts } from '../../messages.desk.ts'
import styles from './desk.module.css'

export type NewPlant = {
  id: string
  name: string
  company: string
  city: string
  stateCode: string
  sector: string
  timeZone: string
  catalogueId: string | null
}

/** One of the public catalogue, with its source, or one's own in a few words. */
export function PlantPicker({ onPick }: { onPick: (plant: NewPlant) => void }) {
  const text = useTexts(deskTexts)
  const [language] = useLanguage()
  const [search, setSearch] = useState('')
  const states = useQuery({
    queryKey: ['states'],
    queryFn: () => api.companies.states(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const sectors = useQuery({
    queryKey: ['sectors'],
    queryFn: () => api.companies.sectors(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const catalogue = useQuery({
    queryKey: ['catalogue', search],
    queryFn: () => api.companies.catalogue({ text: search }),
    enabled: search.length > 1,
  })
  const zoneOf = (stateCode: string) =>
    states.data?.find(({ code }) => code === stateCode)?.timeZone ?? 'America/Mexico_City'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name)).trim()
    const stateCode = value('stateCode')
    const own = {
      name: value('name'),
      company: value('company'),
      city: value('city'),
      stateCode,
      sector: value('sector'),
    }
    onPick({ id: crypto.randomUUID(), ...own, timeZone: zoneOf(stateCode), catalogueId: null })
  }
  return (
    <>
      <TextInput
        type="search"
        label={text.fromCatalogue}
        description={text.fromCatalogueHelp}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ul className={styles.cards} style={{ marginTop: '1rem' }}>
        {catalogue.data?.map((plant) => (
          <li key={plant.id} className={styles.card}>
            <strong>{plant.name}</strong>
            <span>
              {plant.company} · {plant.city}
            </span>
            <span className={styles.soft}>
              {text.source}: {plant.source}
            </span>
            <Button
              variant="default"
              disabled={!plant.stateCode}
              onClick={() =>
                onPick({
                  id: crypto.randomUUID(),
                  name: plant.name,
                  company: plant.company,
                  city: plant.city,
                  stateCode: plant.stateCode!,
                  sector: plant.sector,
                  timeZone: zoneOf(plant.stateCode!),
                  catalogueId: plant.id,
                })
              }
            >
              {text.useThis}
            </Button>
          </li>
        ))}
        {catalogue.data?.length === 0 && <li className={styles.soft}>{text.notFound}</li>}
      </ul>
      <Section title={text.ownPlant}>
        <form onSubmit={submit} className={styles.form}>
          <TextInput name="name" label={text.plantName} required maxLength={120} />
          <TextInput name="company" label={text.company} required maxLength={120} />
          <div className={styles.two}>
            <TextInput name="city" label={text.city} required maxLength={80} />
            <NativeSelect
              name="stateCode"
              label={text.state}
              data={(states.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            />
            <NativeSelect
              name="sector"
              label={text.sector}
              data={(sectors.data ?? []).map((sector) => ({ value: sector.code, label: sector[language] }))}
            />
          </div>
          <div className={styles.bar}>
            <Button type="submit">{text.next}</Button>
          </div>
        </form>
      </Section>
    </>
  )
}
