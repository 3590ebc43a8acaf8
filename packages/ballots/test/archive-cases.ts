import { utf8ToBytes } from '@noble/hashes/utils.js'
import { compareCopies } from '../src/archive/compare.ts'
import { headerBlock, paddingOf } from '../src/archive/record.ts'
import { openElection } from '../src/authority.ts'
import { sealOf } from '../src/ballot/wire.ts'
import { memberKeys, sign } from '../src/ceremony/keys.ts'
import { credentialKey } from '../src/credential/derive.ts'
import { textOf } from '../src/group/group.ts'
import { hashHex } from '../src/hash.ts'
import { ballotPrefix, proveKnowledge } from '../src/proof/knowledge.ts'
import { writeProof } from '../src/proof/wire.ts'
import type { Refusal } from '../src/result.ts'
import { readTrustees } from '../src/trustee/trustees.ts'
import { verifyArchive } from '../src/verify/verify.ts'
import { type Change, putTogether, takeApart } from './records.ts'
import { groups, holdCeremony, holdElection, joined, oneQuestion, refusalOf } from './world.ts'

const group = groups.Ed25519
const held = await holdElection({
  group: 'Ed25519',
  questions: [{ ...oneQuestion, blank: true }],
  voters: 2,
  ballots: [
    [0, ['blank']],
    [1, [[1]]],
  ],
  custody: { singles: 1, thresholds: [{ threshold: 2, size: 3, present: [1, 2] }] },
})
const events = await takeApart(held.decided)
const one = textOf(group, group.one)
const g = textOf(group, group.g)
const smallOrder = '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec'

const judged = async (archive: Uint8Array): Promise<Refusal> => {
  const verdict = await verifyArchive([archive], { groups })
  if (verdict.outcome === 'sound') throw new Error('accepted what had to be refused')
  return verdict.refusal
}

// biome-ignore lint/suspicious/noExplicitAny: whatever JSON the document holds
type Edit = (json: any) => unknown

/** The archive with one document changed and everything around it made to fit. */
const edited = (event: number, document: number, edit: Edit) => () => {
  const { documents, ...rest } = events[event]!
  const json = JSON.parse(documents[document]!)
  const text = JSON.stringify(edit(json) ?? json)
  return judged(putTogether(events.with(event, { ...rest, documents: documents.with(document, text) })))
}

// biome-ignore lint/suspicious/noExplicitAny: whatever JSON the document holds
const set = (json: any, key: string | number, value: unknown) => {
  json[key] = value
}

const election = (edit: Edit) => edited(0, 0, edit)
const trustees = (edit: Edit) => edited(0, 1, edit)
const single = (edit: Edit) => trustees((list) => void edit(list[0][1]))
const pedersen = (edit: Edit) => trustees((list) => void edit(list[1][1]))
const credentials = (edit: Edit) => edited(0, 2, edit)
const ballot = (edit: Edit) => edited(1, 0, edit)
const answer = (edit: Edit) => ballot((json) => signed(json, (unsigned) => void edit(unsigned.answers[0])))
const decryption = (edit: Edit) => edited(5, 0, edit)

/** A ballot changed by its own voter, who seals and signs it again. */
const signed = (json: { signature: unknown; credential: string }, edit: Edit) => {
  edit(json)
  const unsigned = json as never
  const hash = sealOf(unsigned)
  const keys = held.codes.map((code) => credentialKey(group, held.uuid, code))
  const key = keys.find(({ publicText }) => publicText === json.credential) ?? keys[0]!
  const proof = writeProof(proveKnowledge(group, ballotPrefix(hash), key.secret))
  return { ...json, signature: { hash, proof } }
}

const framed = (change: Change) => () => judged(putTogether(events, change))
const eventOf =
  (place: number, edit: Edit): Change =>
  (text, kind, index) => {
    if (kind !== 'event' || index !== place) return text
    const json = JSON.parse(text)
    return JSON.stringify(edit(json) ?? json)
  }

const bytes = (edit: (archive: Uint8Array) => Uint8Array) => () => judged(edit(held.decided))
/** Where the second record starts: one block of header and one of body before it. */
const second = 1024
const record = (name: string, body: Uint8Array, size = body.length) =>
  joined([
    held.decided.subarray(0, second),
    headerBlock({ name, size, timestampSeconds: 1_795_362_230 }),
    body,
    new Uint8Array(paddingOf(body.length)),
  ])
const headerWith = (text: string) =>
  joined([
    headerBlock({ name: 'BELENIOS', size: text.length, timestampSeconds: 1_795_362_230 }),
    utf8ToBytes(text),
    new Uint8Array(paddingOf(text.length)),
  ])

const notText = new Uint8Array([0xff, 0xfe, 0xfd])
const next = (proof: { response: string }) => {
  proof.response = ((BigInt(proof.response) + 1n) % group.q).toString()
}
const plusQ = (proof: { challenge: string }) => {
  proof.challenge = (BigInt(proof.challenge) + group.q).toString()
}

/** For each reason that an archive can be refused for, an archive that is. */
export const archiveCases = {
  'file-empty': () => judged(new Uint8Array()),
  'not-an-archive': () => judged(utf8ToBytes('%PDF-1.7'.padEnd(2_000))),
  'version-unknown': () => judged(headerWith('{"version":2,"timestamp":"1795362230"}')),
  'group-unknown': election((json) => ({ ...json, group: 'Ristretto' })),
  'question-kind-unknown': election((json) => ({
    ...json,
    questions: [{ type: 'NonHomomorphic', value: { answers: ['A'], question: 'Q' } }],
  })),
  'shuffle-unknown': framed(eventOf(1, (json) => set(json, 'type', 'Shuffle'))),
  'record-header-malformed': bytes((archive) => archive.with(second + 100, 0x31)),
  'record-end-blocks': bytes((archive) => joined([archive, new Uint8Array(1024)])),
  'record-truncated': bytes((archive) => archive.slice(0, -1)),
  'record-too-large': () => judged(record(`${'0'.repeat(64)}.data.json`, notText, 2 ** 30)),
  'record-hash-wrong': bytes((archive) => archive.with(second + 512 + 30, 0x31)),
  'record-padding': bytes((archive) => archive.with(archive.length - 1, 1)),
  'record-not-text': () => judged(record(`${hashHex(notText)}.data.json`, notText)),
  'record-out-of-order': framed((text, kind) =>
    kind === 'link' ? text.replace('"trustees"', '"custodians"') : text,
  ),
  'record-without-event': bytes((archive) => archive.slice(0, -1024)),
  'setup-missing': bytes((archive) => archive.slice(0, second)),
  'event-malformed': framed(eventOf(2, (json) => ({ ...json, note: '' }))),
  'event-parent-wrong': framed(eventOf(2, (json) => ({ ...json, parent: '0'.repeat(64) }))),
  'event-height-wrong': framed(eventOf(2, (json) => ({ ...json, height: 7 }))),
  'event-out-of-order': () => judged(putTogether([events[0]!, events[3]!, events[1]!])),
  'election-malformed': election((json) => ({ ...json, quorum: 3 })),
  'question-impossible': election((json) => set(json.questions[0], 'max', 9)),
  'election-key-invalid': election((json) => set(json, 'public_key', one)),
  'election-key-not-of-trustees': election((json) => set(json, 'public_key', g)),
  'trustees-malformed': trustees((list) => [...list, ['Nobody', {}]]),
  'trustee-key-invalid': single((item) => set(item, 'public_key', smallOrder)),
  'trustee-proof-wrong': single(({ pok }) => next(pok)),
  'threshold-impossible': pedersen((item) => set(item, 'threshold', 4)),
  'certificate-wrong': pedersen(({ certs }) => next(certs[0].signature)),
  'polynomial-wrong': pedersen(({ coefexps }) => next(coefexps[1].signature)),
  'dealer-signature-wrong': pedersen(({ signatures }) => next(signatures[2])),
  'member-signature-wrong': pedersen(({ verification_keys }) => next(verification_keys[0].signature)),
  'member-key-wrong': async () => {
    const { item, enrolled } = holdCeremony('Ed25519', 2, 3)
    const { signing } = memberKeys(group, JSON.parse(enrolled[0]!.secretText).seed)
    const json = JSON.parse(item)
    const stranger = { ...json.verification_keys[0], public_key: g, signature: sign(group, signing, g) }
    const changed = { ...json, verification_keys: [stranger, ...json.verification_keys.slice(1)] }
    return refusalOf(readTrustees(group, JSON.stringify([['Pedersen', changed]])))
  },
  'credentials-malformed': credentials((list) => [...list, 5]),
  'credentials-empty': credentials(() => []),
  'credential-repeated': credentials((list) => [...list, list[0]]),
  'credential-invalid': credentials((list) => [...list, one]),
  'credential-weighted': async () => {
    const list: string[] = JSON.parse(held.documents.credentials)
    const weighted = JSON.stringify(list.map((entry) => `${entry},2`))
    return refusalOf(openElection({ ...held.documents, credentials: weighted }, 1, groups))
  },
  'ballot-not-canonical': ballot((json) => ({ signature: json.signature, ...json })),
  'ballot-of-another-election': ballot((json) =>
    signed(json, (unsigned) => set(unsigned, 'election_uuid', 'AnotherElection')),
  ),
  'ballot-answers-count': ballot((json) =>
    signed(json, (unsigned) => void unsigned.answers.push(unsigned.answers[0])),
  ),
  'ballot-proofs-count': answer((json) => void json.overall_proof.pop()),
  'ballot-element-malformed': answer((json) =>
    set(json.choices[0], 'alpha', json.choices[0].alpha.toUpperCase().padStart(65, '0')),
  ),
  'ballot-seal-wrong': ballot((json) => set(json.signature, 'hash', json.election_hash)),
  'ballot-repeated': () => judged(putTogether([...events.slice(0, 3), events[1]!])),
  'ballot-credential-unknown': ballot((json) => signed(json, (unsigned) => set(unsigned, 'credential', g))),
  'ballot-number-out-of-range': answer((json) => plusQ(json.overall_proof[0])),
  'ballot-signature-wrong': ballot((json) => void next(json.signature.proof)),
  'ballot-element-outside-group': answer((json) => set(json.choices[1], 'beta', smallOrder)),
  'ballot-individual-proof-wrong': answer((json) => next(json.individual_proofs[3][1])),
  'ballot-overall-proof-wrong': answer((json) => next(json.overall_proof[1])),
  'ballot-blank-proof-wrong': answer((json) => next(json.blank_proof[0])),
  'tally-count-wrong': () =>
    judged(putTogether(events.with(4, { ...events[4]!, extra: { num_tallied: 2, total_weight: 3 } }))),
  'tally-wrong': edited(4, 0, (json) => void json[0].reverse()),
  'decryption-malformed': decryption((json) => void json.decryption_factors[0].pop()),
  'decryption-owner-unknown': () =>
    judged(putTogether(events.with(5, { ...events[5]!, extra: { owner: 5 } }))),
  'decryption-repeated': () => judged(putTogether([...events.slice(0, 6), events[5]!])),
  'decryption-factor-invalid': decryption((json) => set(json.decryption_factors[0], 2, smallOrder)),
  'decryption-proof-wrong': decryption((json) => next(json.decryption_proofs[0][2])),
  'decryptions-missing': () => judged(putTogether(events.toSpliced(7, 1))),
  'result-malformed': edited(8, 0, (json) => void json.result[0].push(0)),
  'result-wrong': edited(8, 0, (json) => void json.result[0].reverse()),
  'copy-differs': async () => refusalOf(await compareCopies([held.open.with(5_000, 7)], [held.decided])),
  'copy-longer': async () => refusalOf(await compareCopies([held.decided], [held.open])),
} satisfies Record<string, () => Promise<Refusal>>
