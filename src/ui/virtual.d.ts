declare module 'virtual:contract' {
  export const contract: import('../contract.ts').Contract
}
declare const __FILES__: string[]
declare const __BOOTH_FILES__: string[]
declare const __VERSION__: string
