const files = import.meta.glob<Record<string, string>>(["./app.fr.json", "./declare.fr.json", "./kit.fr.json", "./own.fr.json"], {
  eager: true,
  import: "default",
});
export const words: Record<string, string> = Object.assign({}, ...Object.values(files));
