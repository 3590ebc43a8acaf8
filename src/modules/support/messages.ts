import { texts } from '#ui/language.tsx'

type Named = Record<string, string>

/** Words about activities that every screen of them uses. */
export const supportWords = texts(
  {
    kinds: {
      training: 'Capacitación',
      assembly: 'Asamblea',
      exchange: 'Intercambio',
      visit: 'Visita',
      meeting: 'Reunión',
    } as Named,
    audiences: { all: 'Para todas y todos', women: 'Para mujeres', youth: 'Para jóvenes' } as Named,
    topics: {
      organizing_skills: 'Habilidades para organizar',
      engaging_colleagues: 'Cómo sumar a más compañeros',
      leader_identification: 'Identificar líderes',
      union_structure: 'Estructura sindical',
      committee_formation: 'Formar comités',
      gender_inclusion: 'Igualdad de género e inclusión',
      basic_rights: 'Derechos laborales básicos',
      corporate_research: 'Conocer a la empresa',
      interpersonal_skills: 'Comunicación y trato',
      finance: 'Cuotas y finanzas',
    } as Named,
  },
  {
    kinds: {
      training: 'Training',
      assembly: 'Assembly',
      exchange: 'Exchange',
      visit: 'Visit',
      meeting: 'Meeting',
    } as Named,
    audiences: { all: 'For everyone', women: 'For women', youth: 'For young people' } as Named,
    topics: {
      organizing_skills: 'Organizing skills',
      engaging_colleagues: 'Engaging more colleagues',
      leader_identification: 'Identifying leaders',
      union_structure: 'Union structure',
      committee_formation: 'Forming committees',
      gender_inclusion: 'Gender equality and inclusion',
      basic_rights: 'Basic labour rights',
      corporate_research: 'Knowing the company',
      interpersonal_skills: 'Communication and interpersonal skills',
      finance: 'Dues and finances',
    } as Named,
  },
)
