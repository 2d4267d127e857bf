const files = import.meta.glob<Record<string, string>>(["./declare.form.en.json", "./declare.paste.en.json"], {
  eager: true,
  import: "default",
});
export const words: Record<string, string> = Object.assign({}, ...Object.values(files));
