import { Button, createTheme, type CSSVariablesResolver, type MantineColorsTuple, Paper } from "@mantine/core";

/** Interactive colour: links, buttons, focus, selection. Nothing else is petrol. */
const petrol: MantineColorsTuple = [
  "#eaf6f7",
  "#d5eaec",
  "#a8d4d9",
  "#79bdc5",
  "#52a9b3",
  "#3a9ca8",
  "#167f8c",
  "#0e6c78",
  "#0b5a64",
  "#064149",
];

/** Warm greys: surfaces and text. */
const stone: MantineColorsTuple = [
  "#f7f7f5",
  "#eeeeea",
  "#e0e0da",
  "#cacac3",
  "#a3a39b",
  "#7c7c75",
  "#5e5e58",
  "#454540",
  "#2d2d2a",
  "#191918",
];

/** Mantine's dark surfaces (inputs, controls, menus), as warm as ours. */
const dark: MantineColorsTuple = [
  "#ecebe7",
  "#d6d5d0",
  "#b6b5af",
  "#95948e",
  "#5c5d5c",
  "#3d4042",
  "#292b2d",
  "#1f2123",
  "#1a1b1d",
  "#161719",
];

export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, stone, gray: stone, dark },
  autoContrast: true,
  fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'Atkinson Hyperlegible Mono Variable', ui-monospace, monospace",
  headings: { fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif", fontWeight: "650" },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  defaultRadius: "sm",
  cursorType: "pointer",
  focusRing: "auto",
  components: {
    Button: Button.extend({ defaultProps: { size: "sm" }, styles: { label: { fontWeight: 600 } } }),
    // What is wrong stands between the label and the field, for the eye and for a screen reader alike.
    InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "description", "error", "input"] } },
    Paper: Paper.extend({ defaultProps: { withBorder: true, shadow: "none" } }),
  },
});

/** Mantine's own semantic variables, pointed at the tokens of app.css. */
const tokens = {
  "--mantine-color-body": "var(--page)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-2)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-error": "var(--crisis)",
};
export const resolver: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });
