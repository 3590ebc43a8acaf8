import type { Counted, Definition } from '../../src/platform/facts/definition.ts'

/** Thirty indicators as a program's pact has them: every measure, with none to two breakdowns. */
export const indicators: readonly { name: string; definition: Definition }[] = [
  flow('groups', ['group.formed'], ['state']),
  flow('groups by sector', ['group.formed'], ['state', 'sector']),
  flow('groups begun', ['group.begun'], ['state']),
  flow('campaigns', ['campaign.opened'], ['state', 'sector']),
  flow('campaigns closed', ['campaign.closed'], ['outcome']),
  flow('conversations', ['conversation.held'], ['state']),
  flow('conversations by sector', ['conversation.held'], ['sector']),
  flow('conversations in five states', ['conversation.held'], ['sector'], ['02', '14', '15', '11', '22']),
  flow('contacts', ['contact.made'], ['state', 'sector']),
  flow('contacts and conversations', ['contact.made', 'conversation.held'], ['state']),
  flow('leaders named', ['leader.named'], ['sex', 'age_band']),
  flow('leaders who left', ['leader.left'], ['sex']),
  people('people talked to', ['conversation.held'], ['state']),
  people('people talked to, by sector', ['conversation.held'], ['sector']),
  people('people talked to, in all', ['conversation.held'], []),
  people('people met', ['contact.made'], ['state', 'sector']),
  people('people met or talked to', ['contact.made', 'conversation.held'], ['state']),
  people('new leaders', ['leader.named'], ['sex', 'age_band']),
  people('new leaders by state', ['leader.named'], ['state', 'sex']),
  distinct('organizations at work', 'organizations', ['conversation.held'], ['state']),
  distinct('organizations with a group', 'organizations', ['group.formed'], []),
  distinct('committees', 'records', ['group.formed'], ['state', 'committee']),
  stock('leaders in post', ['leader.named'], ['leader.left'], ['sex']),
  stock('leaders in post by state', ['leader.named'], ['leader.left'], ['state', 'sex']),
  stock('groups standing', ['group.formed'], ['group.dissolved'], ['state', 'sector']),
  stock('campaigns open', ['campaign.opened'], ['campaign.closed'], ['state']),
  women('women in leadership', []),
  women('women in leadership by state', ['state']),
  duration('from first contact to a group', ['group.begun'], ['group.formed'], ['state']),
  duration('how long a campaign takes', ['campaign.opened'], ['campaign.closed'], ['sector']),
].map(([name, definition]) => ({ name, definition }))

type Named = [string, Definition]

function flow(name: string, kinds: string[], breakdown: string[], states?: string[]): Named {
  const where = states ? [{ dimension: 'state', in: states }] : []
  return [name, { measure: { measure: 'flow', of: 'facts', kinds, where }, breakdown }]
}
function people(name: string, kinds: string[], breakdown: string[]): Named {
  return distinct(name, 'subjects', kinds, breakdown)
}
function distinct(
  name: string,
  of: 'subjects' | 'records' | 'organizations',
  kinds: string[],
  breakdown: string[],
): Named {
  return [name, { measure: { measure: 'distinct', of, kinds, where: [] }, breakdown }]
}
function stock(name: string, began: string[], ended: string[], breakdown: string[]): Named {
  return [name, { measure: standing(began, ended), breakdown }]
}
function women(name: string, breakdown: string[]): Named {
  const part = standing(['leader.named'], ['leader.left'], [{ dimension: 'sex', in: ['woman'] }])
  return [
    name,
    { measure: { measure: 'ratio', part, whole: standing(['leader.named'], ['leader.left']) }, breakdown },
  ]
}
function duration(name: string, from: string[], to: string[], breakdown: string[]): Named {
  return [
    name,
    { measure: { measure: 'duration', from, to, thread: 'record', statistic: 'median' }, breakdown },
  ]
}
function standing(
  began: string[],
  ended: string[],
  where: { dimension: string; in: string[] }[] = [],
): Extract<Counted, { measure: 'stock' }> {
  return { measure: 'stock', began: { kinds: began, where }, ended: { kinds: ended, where } }
}
