const files = import.meta.glob<Record<string, string>>(["./app.en.json", "./declare.en.json", "./kit.en.json", "./own.en.json"], {
  eager: true,
  import: "default",
});
export const words: Record<string, string> = Object.assign({}, ...Object.values(files));
