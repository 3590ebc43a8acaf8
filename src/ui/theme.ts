import './theme.css'
import { createTheme } from '@mantine/core'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/Button.layer.css'
import '@mantine/core/styles/Loader.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import '@mantine/core/styles/ActionIcon.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/Group.layer.css'
import '@mantine/core/styles/Stack.layer.css'
import '@mantine/core/styles/Progress.layer.css'

/** Our theme on Mantine: everything is large enough for a thumb, and one color does everything. */
export const theme = createTheme({
  primaryColor: 'dark',
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    InputWrapper: { defaultProps: { withAsterisk: false } },
    Button: { defaultProps: { size: 'md', radius: 'md' } },
    TextInput: { defaultProps: { size: 'md', radius: 'md' } },
    PasswordInput: { defaultProps: { size: 'md', radius: 'md' } },
    NumberInput: { defaultProps: { size: 'md', radius: 'md' } },
    NativeSelect: { defaultProps: { size: 'md', radius: 'md' } },
    Textarea: { defaultProps: { size: 'md', radius: 'md', autosize: true, minRows: 2 } },
    Checkbox: { defaultProps: { size: 'md' } },
  },
})
