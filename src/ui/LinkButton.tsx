import { Button, type ButtonProps } from '@mantine/core'
import { Link, type LinkComponent } from '@tanstack/react-router'
import type { ComponentPropsWithRef, FunctionComponent } from 'react'

type Anchor = FunctionComponent<ButtonProps & ComponentPropsWithRef<'a'>>

const LinkedButton = (props: object) => <Button component={Link as Anchor} {...props} />

/** A button that goes to another screen: an anchor, whose address and parameters the compiler checks. */
export const LinkButton = LinkedButton as LinkComponent<Anchor>
