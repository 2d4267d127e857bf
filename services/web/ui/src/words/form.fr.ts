const files = import.meta.glob<Record<string, string>>(["./declare.form.fr.json", "./declare.paste.fr.json"], {
  eager: true,
  import: "default",
});
export const words: Record<string, string> = Object.assign({}, ...Object.values(files));
