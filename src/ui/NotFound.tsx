import { Link } from '@tanstack/react-router'
import { texts, useTexts } from './language.tsx'
import { Page } from './Page.tsx'

const notFoundTexts = texts(
  {
    title: 'Aquí no hay nada',
    lead: 'La dirección está mal escrita, o lo que había ya no está.',
    home: 'Ir a Hoy',
  },
  {
    title: 'There is nothing here',
    lead: 'The address is mistyped, or what was here is gone.',
    home: 'Go to Today',
  },
)

/** What an address without a screen shows. */
export function NotFound() {
  const text = useTexts(notFoundTexts)
  return (
    <Page title={text.title} lead={text.lead}>
      <Link to="/">{text.home}</Link>
    </Page>
  )
}
