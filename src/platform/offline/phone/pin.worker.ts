import { argon2id } from 'hash-wasm'

// 32 MiB and three passes: about half a second on a cheap phone, which is what each guess costs a thief.
const cost = { memorySize: 32 * 1024, iterations: 3, parallelism: 1, hashLength: 32 }

addEventListener('message', async ({ data }: MessageEvent<{ pin: string; salt: Uint8Array }>) => {
  postMessage(await argon2id({ password: data.pin, salt: data.salt, outputType: 'binary', ...cost }))
})
