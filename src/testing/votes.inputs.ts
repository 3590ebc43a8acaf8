import { createHash, randomUUID } from 'node:crypto'
import type { Votes } from './votes.ts'

/** What must be of one vote, or of a vote at one point of its life. */
export const goodVotes = (
  { prepared, called, frozen, open, closed, ...of }: Votes,
  drafts: readonly unknown[],
): Record<string, unknown[]> => {
  const { tableId, questionId, slateId, voterId, objectionId, fileId } = of
  const voteId = prepared
  const candidate = { id: randomUUID(), post: 'Actas', name: 'Ada', sex: 'woman', alternate: false }
  const shown = { name: 'Otra', color: '#112233', colorName: 'azul', emblemFileId: null, position: 2 }
  const where = { mode: 'paper', tableId, credentialBy: 'hand', category: 'entitled' }
  const voter = { name: 'Eva', identifier: null, phone: null, section: '', sex: null, ...where }
  const happened = { happeningId: randomUUID(), event: 'roll', on: '2026-11-01', folio: null, fileId: null }
  const content = Buffer.from('x').toString('base64')
  const digest = createHash('sha256').update('x').digest('hex')
  const part = { fileId: randomUUID(), digest, mediaType: 'image/png', parts: 1, part: 0, content }
  return {
    'votes.keep': drafts.map((one) => ({
      ...(one as object),
      id: randomUUID(),
      modes: ['paper'],
      opensAt: '2026-12-01T12:00:00Z',
      closesAt: '2026-12-01T20:00:00Z',
    })),
    'votes.cancel': [{ id: frozen, because: 'Se convoca de nuevo' }],
    'votes.happen': [{ id: voteId, ...happened }],
    'votes.call': [{ id: voteId, on: '2026-11-20' }],
    'votes.keepSlate': [{ voteId, id: randomUUID(), questionId, ...shown, candidates: [candidate] }],
    'votes.removeSlate': [{ voteId, id: slateId }],
    'votes.keepTable': [{ voteId, id: randomUUID(), number: 7, place: 'Patio' }],
    'votes.removeTable': [{ voteId, id: randomUUID() }],
    'votes.keepVoter': [{ voteId, id: voterId, ...voter }],
    'votes.importRoll': [{ id: voteId, voters: [{ id: randomUUID(), ...voter }] }],
    'votes.rehearseRoll': [{ id: voteId, voters: [{ id: randomUUID(), name: 'Eva', identifier: null }] }],
    'votes.removeVoter': [{ voteId, id: voterId }],
    'votes.split': [{ id: voteId, section: null, voterIds: null, mode: 'paper', tableId }],
    'votes.object': [
      { voteId, id: randomUUID(), voterId: null, kind: 'missing', says: 'Falta', receivedOn: '2026-11-02' },
    ],
    'votes.decide': [{ voteId, id: objectionId, decision: 'granted', reason: 'Consta' }],
    'votes.freeze': [{ id: called }],
    'votes.verifyRoll': [{ id: frozen }],
    'votes.open': [{ id: frozen }],
    'votes.close': [{ id: open }],
    'votes.conclude': [{ id: closed }],
    'votes.result': [{ id: closed }],
    'votes.dispute': [
      {
        ...{ voteId: closed, id: randomUUID(), broughtOn: '2026-11-20', forum: 'court', folio: null },
        ...{ says: 'Que se anule', fileId: null },
      },
    ],
    'votes.disputes': [{ id: closed }],
    'votes.settle': [{ voteId: closed, id: randomUUID(), on: '2026-12-01', outcome: 'stands', says: 'Vale' }],
    'votes.keepFilePart': [{ voteId, ...part }],
    'votes.attachText': [{ id: voteId, fileId }],
    'votes.file': [{ voteId, id: fileId }],
    'votes.paper': [{ id: voteId, paper: 'call', form: 'docx', language: 'es' }],
  }
}
