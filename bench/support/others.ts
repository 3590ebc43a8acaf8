import { loadavg } from 'node:os'

/** Says how busy the machine was before a time in seconds is taken: what others do on it is part of such a figure. */
export const sayHowBusy = () =>
  console.log(
    `before this run: ${loadavg()[0]!.toFixed(1)} programs wanted a processor, on average over a minute`,
  )
