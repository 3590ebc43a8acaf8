// Builds the application as phones had it before conversations said how people talked: version 1 of that operation.
import type { Plugin } from 'vite'
import { buildClient } from '../../scripts/build.ts'

/** Each change back, and the text it takes away: a change of the source that it no longer finds fails the build. */
const before: Record<string, readonly [from: string | RegExp, to: string][]> = {
  'campaigns/versions.ts': [["'conversation.record': 2", "'conversation.record': 1"]],
  'campaigns/screens/gate/GateTalk.tsx': [
    [
      'const { level, again, note, said, ...rest } = form',
      'const { level, again, note, said, way, ...rest } = form',
    ],
    [/<Choice\s+label=\{text\.way\}[\s\S]*?\/>/, ''],
  ],
}

const older: Plugin = {
  name: 'older',
  enforce: 'pre',
  transform: (code, id) => {
    const changes = Object.entries(before).find(([file]) => id.endsWith(file))?.[1]
    if (!changes) return undefined
    return changes.reduce((text, [from, to]) => {
      const changed = text.replace(from, to)
      if (changed === text)
        throw new Error(`${id} no longer holds ${from}: the older application is another one`)
      return changed
    }, code)
  },
}

await buildClient(process.argv[2]!, [older])
