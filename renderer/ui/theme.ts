import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  createTheme,
  Input,
  Kbd,
  Menu,
  Modal,
  Notification,
  Paper,
  Popover,
  Portal,
  SegmentedControl,
  Select,
  Tabs,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'
import { PALETTES, TONES, type Palette } from '#ui/colors.ts'

const { light, dark } = PALETTES

const ACCENT: MantineColorsTuple = [
  '#eef7f7',
  '#d9ecec',
  '#b2d8d9',
  '#86c1c4',
  '#5ba8ad',
  '#388d94',
  '#1f757d',
  '#14626a',
  '#0f5058',
  '#093d44',
]

const RED: MantineColorsTuple = [
  '#fdeeec',
  '#fbdad6',
  '#f5b5ae',
  '#ee8d84',
  '#e66a5f',
  '#d94a3e',
  '#c0332a',
  '#ae231b',
  '#8f1c16',
  '#6b130f',
]

/** Neutral greys: index 4 is the border of controls, 3 the quiet line, 6 the dimmed text. */
const GRAY: MantineColorsTuple = [
  '#f6f8f8',
  light.subtle,
  '#e3e8e9',
  light.line,
  light.control,
  '#6d7a80',
  light.dimmed,
  '#3d4a50',
  '#26333a',
  light.text,
]

/** Mantine's dark scale: 0 text, 2 dimmed, 4 border of controls, 6 raised surface, 7 page. */
const DARK: MantineColorsTuple = [
  dark.text,
  '#c4ced2',
  dark.dimmed,
  '#86949b',
  dark.control,
  dark.subtle,
  dark.surface,
  dark.page,
  '#0f1416',
  '#0b0f11',
]

const CONTROL_HEIGHT = '30px'

/** The one theme: 14 px, dense controls, spacing 4/8/12/16, deep teal. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent: ACCENT, red: RED, gray: GRAY, dark: DARK },
  white: light.surface,
  black: light.text,
  fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.35' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.35' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.45' },
    },
  },
  cursorType: 'pointer',
  components: {
    Input: Input.extend({
      vars: () => ({ wrapper: { '--input-height': CONTROL_HEIGHT, '--input-fz': '14px' } }),
    }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      vars: () => ({
        label: { '--input-label-size': '14px' },
        error: { '--input-error-size': '13px' },
        description: { '--input-description-size': '13px' },
        success: {},
      }),
    }),
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: () => ({
        root: { '--button-height': CONTROL_HEIGHT, '--button-padding-x': '12px', '--button-fz': '14px' },
      }),
      styles: { label: { fontWeight: 500 } },
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Badge: Badge.extend({ styles: { root: { textTransform: 'none', fontWeight: 500 } } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false },
    }),
    ModalRoot: Modal.Root.extend({
      defaultProps: { centered: true, transitionProps: { duration: 0 }, padding: 'lg' },
    }),
    Paper: Paper.extend({ defaultProps: { withBorder: true } }),
    // Menus and choices open inside a named region, so that nothing on the page lies outside a landmark.
    Portal: Portal.extend({ defaultProps: { target: '#lop-noi' } }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Đóng thông báo' } },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    Select: Select.extend({
      defaultProps: {
        allowDeselect: false,
        nothingFoundMessage: 'Không có mục nào khớp',
        checkIconPosition: 'right',
        // The list scrolls itself: a scroll area around it would be one more thing the keyboard cannot reach.
        withScrollArea: false,
      },
      styles: { options: { maxHeight: 260, overflowY: 'auto' } },
    }),
    // Ten tabs of a person stand on one line at 1366 pixels.
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false }, styles: { tab: { paddingInline: 9 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, transitionProps: { duration: 0 } } }),
  },
})

function paletteVariables(palette: Palette): Record<string, string> {
  const variables: Record<string, string> = {
    '--nv-page': palette.page,
    '--nv-surface': palette.surface,
    '--nv-subtle': palette.subtle,
    '--nv-selected': palette.selected,
    '--nv-line': palette.line,
    '--nv-control': palette.control,
    '--nv-text': palette.text,
    '--nv-dimmed': palette.dimmed,
    '--nv-accent': palette.accent,
    '--nv-accent-fill': palette.accentFill,
    '--nv-on-accent': palette.onAccent,
    '--nv-focus': palette.focus,
    '--mantine-color-body': palette.surface,
    '--mantine-color-text': palette.text,
    '--mantine-color-dimmed': palette.dimmed,
    '--mantine-color-placeholder': palette.dimmed,
    '--mantine-color-anchor': palette.accent,
    '--mantine-color-error': palette.tones.late.text,
    '--mantine-color-success': palette.tones.ok.text,
    '--mantine-color-default': palette.surface,
    '--mantine-color-default-hover': palette.subtle,
    '--mantine-color-default-color': palette.text,
    '--mantine-color-default-border': palette.control,
    '--mantine-color-accent-light-color': palette.accent,
    '--mantine-color-accent-outline': palette.accent,
    '--mantine-color-gray-light-color': palette.text,
    '--mantine-color-gray-text': palette.dimmed,
    '--mantine-color-accent-text': palette.accent,
    '--mantine-color-red-light-color': palette.tones.late.text,
    '--mantine-color-red-text': palette.tones.late.text,
  }
  palette.chart.forEach((color, index) => {
    variables[`--nv-chart-${index + 1}`] = color
  })
  for (const tone of TONES) {
    variables[`--nv-${tone}`] = palette.tones[tone].text
    variables[`--nv-${tone}-fill`] = palette.tones[tone].fill
  }
  return variables
}

/** Gives both palettes to the style sheets as `--nv-*`, and bends Mantine's own colours to them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: paletteVariables(light),
  dark: paletteVariables(dark),
})
