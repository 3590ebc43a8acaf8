import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#api'

/** The campaign that the address names. */
export const useCampaignId = (): string => (useParams({ strict: false }) as { campaignId: string }).campaignId

export const useCampaign = () => {
  const id = useCampaignId()
  return useQuery({ queryKey: ['campaigns', id], queryFn: () => api.campaigns.get({ id }) })
}

export const useMembers = () =>
  useQuery({ queryKey: ['team', 'members'], queryFn: () => api.team.members(), staleTime: 60_000 })

/** How colleagues see a member of the team, by membership. */
export const useAlias = () => {
  const { data } = useMembers()
  return (membershipId: string) => data?.find(({ id }) => id === membershipId)?.alias ?? '—'
}
