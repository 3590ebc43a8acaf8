type Attributes = { readonly className?: string; readonly role?: string }

/** An element with its text or its children. Strings become text nodes: nothing is ever read as markup. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { className, role }: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (role) made.setAttribute('role', role)
  made.append(...children)
  return made
}

export const button = (label: string, onClick: () => void): HTMLButtonElement => {
  const made = element('button', {}, label)
  made.type = 'button'
  made.onclick = onClick
  return made
}
