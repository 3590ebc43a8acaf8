import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pureGroups } from '../src/group/pure.ts'
import type { Reason } from '../src/reasons.ts'
import { verifyArchive } from '../src/verify/verify.ts'
import { groups } from './world.ts'

const folder = join(import.meta.dirname, '../vectors')
const read = (...names: string[]) => {
  const place = join(folder, ...names)
  const file = readdirSync(place).find((name) => name.endsWith('.bel'))
  return readFileSync(join(place, file!))
}

/** Why each invalid vector must be refused, and at which ballot. */
const invalid: Record<string, readonly [Reason, ballot?: number]> = {
  '01_tampered_choice': ['ballot-seal-wrong', 2],
  '02_tampered_choice_rehashed': ['ballot-element-outside-group', 2],
  '03_wrong_individual_proof': ['ballot-individual-proof-wrong', 2],
  '04_bad_signature_response': ['ballot-signature-wrong', 2],
  '05_noncanonical_ballot': ['ballot-not-canonical', 2],
  '06_replay_same_ballot_open': ['ballot-repeated', 6],
  '07_removed_ballot_after_tally': ['tally-count-wrong'],
  '08_unknown_credential': ['ballot-credential-unknown', 1],
  '09_wrong_result': ['result-wrong'],
  '10_bad_partial_decryption_proof': ['decryption-proof-wrong'],
  '11_wrong_encrypted_tally_payload': ['tally-wrong'],
  '12_bad_trustee_pok': ['trustee-proof-wrong'],
  '13_wrong_election_hash': ['ballot-of-another-election', 2],
  '14_bitflip_in_archive': ['record-hash-wrong'],
  '15_tar_eof_blocks': ['record-end-blocks'],
  '16_setup_data_reordered': ['record-out-of-order'],
  '17_not_in_subgroup': ['ballot-element-outside-group', 2],
  '18_copied_answers_other_credential': ['ballot-individual-proof-wrong', 2],
  '19_replay_old_ballot_after_revote': ['ballot-repeated', 9],
}

/** What belenios-tool published for each valid one. */
const valid: Record<string, readonly (readonly number[])[]> = {
  b2048_thr_by30: [[0, 2, 0, 3]],
  ed_h2_n5: [[5, 0]],
  h2_n5: [[5, 0]],
  h3blank_n5: [[0, 2, 0, 3]],
  multi_revote: [
    [1, 1],
    [1, 2, 1, 1, 2, 2],
    [0, 3, 2],
  ],
}

describe('elections made with belenios-tool', () => {
  it('knows every vector there is', () => {
    expect(Object.keys(invalid)).toEqual(
      readdirSync(join(folder, 'invalid')).filter((name) => name !== '00_identity'),
    )
    expect(Object.keys(valid)).toEqual(readdirSync(join(folder, 'valid')))
  })

  it.each(Object.entries(invalid))('refuses %s', async (name, [reason, position]) => {
    const verdict = await verifyArchive([read('invalid', name)], { groups })
    expect(verdict).toMatchObject({ outcome: 'refused', refusal: { reason } })
    expect('refusal' in verdict && verdict.refusal.ballot?.position).toBe(position)
  })

  it.each(Object.entries(valid))('accepts %s with its published result', async (name, counts) => {
    const verdict = await verifyArchive([read('valid', name)], { groups })
    expect(verdict).toMatchObject({ outcome: 'sound', report: { stage: 'decided', counts } })
  })

  it.each(Object.keys(valid))('accepts %s while it was still open', async (name) => {
    const verdict = await verifyArchive([readFileSync(join(folder, 'valid', name, 'open.snapshot'))], {
      groups,
    })
    expect(verdict).toMatchObject({ outcome: 'sound', report: { stage: 'open' } })
  })

  it('accepts the unchanged copy among the invalid ones, in plain JavaScript too', async () => {
    const archive = read('invalid', '00_identity')
    for (const means of [groups, pureGroups])
      expect(await verifyArchive([archive], { groups: means })).toMatchObject({ outcome: 'sound' })
  })

  it('counts each credential of the vectors for what votes.json says', async () => {
    for (const [name, counts] of Object.entries(valid)) {
      const cast: [string, number[][]][] = JSON.parse(
        readFileSync(join(folder, 'valid', name, 'votes.json'), 'utf8'),
      )
      const last = [...new Map(cast).values()]
      const sums = counts.map((slots, question) =>
        slots.map((_, slot) => last.reduce((sum, votes) => sum + votes[question]![slot]!, 0)),
      )
      expect(sums).toEqual(counts)
    }
  })
})
