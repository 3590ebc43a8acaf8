import type { ReactNode } from 'react'
import { texts, useTexts } from './language.tsx'
import { Notice } from './Notice.tsx'

const problemTexts = texts(
  {
    offline:
      'No hay conexión con el servidor. Lo que escribiste sigue aquí; inténtalo de nuevo cuando haya señal.',
    fault:
      'Algo falló de nuestro lado. Inténtalo de nuevo; si vuelve a pasar, avisa a quien atiende el servidor.',
    retry: 'Reintentar',
  },
  {
    offline:
      'There is no connection to the server. What you wrote is still here; try again when there is a signal.',
    fault: 'Something failed on our side. Try again; if it happens again, tell whoever runs the server.',
    retry: 'Try again',
  },
)

/** Why something did not work, in the reader's words. `sentence` is what the server said, if it said anything. */
export function Problem({
  code,
  sentence,
  children,
}: {
  code: string
  sentence?: string | undefined
  children?: ReactNode
}) {
  const text = useTexts(problemTexts)
  const words = sentence ?? (code === 'offline' ? text.offline : text.fault)
  return (
    <Notice kind="bad" title={words}>
      {children}
    </Notice>
  )
}
