import type { RecordConversation, RecordConversationV1 } from './operations.ts'

// Both sides read this: the server upgrades what an older phone sends, and a phone that was updated upgrades what it wrote before.

/** The version in which each kind of operation is written today. */
export const campaignVersions = {
  'person.add': 1,
  'conversation.record': 2,
  'step.settle': 1,
  'promise.settle': 1,
  'action.note': 1,
} as const

/** Version 1 did not ask how people talked; nobody knows now. */
export const conversationFromV1 = (talk: RecordConversationV1): RecordConversation => ({ ...talk, way: null })

const upgrades: Record<string, Record<number, (input: never) => unknown>> = {
  'conversation.record': { 1: conversationFromV1 },
}

/** What was written on this phone, as today's version has it. Written with a version that nothing upgrades: as it stands. */
export const upToDate = <Draft extends { kind: string; version: number; input: unknown }>(
  draft: Draft,
): Draft => {
  const upgrade = upgrades[draft.kind]?.[draft.version]
  return upgrade
    ? upToDate({ ...draft, version: draft.version + 1, input: upgrade(draft.input as never) })
    : draft
}
