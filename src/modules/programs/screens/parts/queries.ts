import { useQuery } from '@tanstack/react-query'
import { api } from '#api'
import type { Language } from '#ui/language.tsx'

const lasting = { staleTime: Number.POSITIVE_INFINITY }

export type Award = Awaited<ReturnType<typeof api.programs.awards>>[number]
export type FigureSeen = Awaited<ReturnType<typeof api.programs.figures>>['figures'][number]
export type FigureOpen = Awaited<ReturnType<typeof api.programs.openFigure>>
export type DefinitionSeen = Awaited<ReturnType<typeof api.programs.definition>>
export type Grammar = Awaited<ReturnType<typeof api.programs.grammar>>
export type ReportSeen = Awaited<ReturnType<typeof api.programs.report>>

export const useAwards = () => useQuery({ queryKey: ['awards'], queryFn: () => api.programs.awards() })

export const usePeriods = (awardId: string) =>
  useQuery({
    queryKey: ['periods', awardId],
    queryFn: () => api.programs.periods({ awardId }),
    enabled: awardId !== '',
    select: (periods) => periods.toSorted((a, b) => (a.since < b.since ? -1 : 1)),
  })

export const useGrammar = () =>
  useQuery({ queryKey: ['grammar'], queryFn: () => api.programs.grammar(), ...lasting })

/** States and sectors as a chooser takes them, in the reader's language. */
export const usePlaces = (language: Language) => {
  const states = useQuery({ queryKey: ['states'], queryFn: () => api.companies.states(), ...lasting })
  const sectors = useQuery({ queryKey: ['sectors'], queryFn: () => api.companies.sectors(), ...lasting })
  return {
    states: states.data?.map(({ code, name }) => ({ value: code, label: name })) ?? [],
    sectors: sectors.data?.map((sector) => ({ value: sector.code, label: sector[language] })) ?? [],
  }
}
