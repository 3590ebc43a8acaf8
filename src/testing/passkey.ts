import { generateKeyPairSync, hash, randomBytes, sign } from 'node:crypto'

const site = 'http://localhost:3000'

/** A passkey held in memory: what a browser would answer to a challenge, registering it and signing in with it (WebAuthn level 2, ES256, no attestation). */
export const newPasskey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const credential = randomBytes(32)
  const id = credential.toString('base64url')
  let used = 0
  const register = (challenge: string) => {
    const data = authenticatorData(0x45, 0, credentialData(credential, bytesOf(x!), bytesOf(y!)))
    // CBOR of { fmt: "none", attStmt: {}, authData: data }.
    const length = Buffer.from([0x58, data.length])
    const attestation = [
      Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
      length,
    ]
    const attestationObject = Buffer.concat([...attestation, data]).toString('base64url')
    const clientDataJSON = clientData('webauthn.create', challenge).toString('base64url')
    return answer(id, { clientDataJSON, attestationObject, transports: ['internal'] })
  }
  const signIn = (challenge: string) => {
    used += 1
    const data = authenticatorData(0x05, used)
    const client = clientData('webauthn.get', challenge)
    const signature = sign('sha256', Buffer.concat([data, hash('sha256', client, 'buffer')]), privateKey)
    return answer(id, {
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }
  return { id, register, signIn }
}

const bytesOf = (encoded: string) => Buffer.from(encoded, 'base64url')

const answer = (id: string, response: object) => ({
  id,
  rawId: id,
  type: 'public-key',
  response,
  clientExtensionResults: {},
})

const clientData = (type: string, challenge: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin: site, crossOrigin: false }))

const authenticatorData = (flags: number, counter: number, more = Buffer.alloc(0)) => {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  const host = hash('sha256', new URL(site).hostname, 'buffer')
  return Buffer.concat([host, Buffer.from([flags]), count, more])
}

/** No model of authenticator, the id, and the public key as a COSE map in CBOR. */
const credentialData = (credential: Buffer, x: Buffer, y: Buffer) => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(credential.length)
  const key = [Buffer.from('a5010203262001215820', 'hex'), x, Buffer.from('225820', 'hex'), y]
  return Buffer.concat([Buffer.alloc(16), length, credential, ...key])
}
