import type { Plugin } from "vite";
import { brotli } from "./precompress";

/** Somebody's first page: what is loaded for it beside the start, and how many bytes of code, styles, words and fonts it may take. */
interface Page {
  name: string;
  parts: string[];
  /** Of a font a browser loads what the page's letters need: for French the part named here. */
  fonts: string[];
  limit: number;
}

type Bundle = Parameters<Extract<Plugin["generateBundle"], (...args: never[]) => unknown>>[1];

/** Fails the build where a first page has become too heavy: the hospital may have a telephone's network alone. */
export const weight = (pages: readonly Page[]): Plugin => ({
  name: "weight",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      for (const { name, parts, fonts, limit } of pages) {
        const letters = Object.keys(bundle).filter((file) => fonts.some((font) => file.includes(font)));
        const loaded = ["index.html", ...loadedFor(bundle, parts), ...letters];
        const bytes = loaded.map((file) => bytesOf(bundle, file)).reduce((sum, it) => sum + it, 0);
        this.info(`${name}: ${Math.ceil(bytes / 1000)} kB of at most ${limit / 1000} kB`);
        if (bytes > limit) this.error(`${name} takes ${bytes} bytes, more than ${limit}`);
      }
    },
  },
});

function loadedFor(bundle: Bundle, parts: readonly string[]): Set<string> {
  const loaded = new Set<string>();
  const chunks = Object.values(bundle).filter((it) => it.type === "chunk");
  const load = (file: string) => {
    const chunk = chunks.find((it) => it.fileName === file);
    if (!chunk || loaded.has(file)) return;
    loaded.add(file);
    for (const style of chunk.viteMetadata?.importedCss ?? []) loaded.add(style);
    for (const needed of chunk.imports) load(needed);
  };
  for (const chunk of chunks) if (chunk.isEntry) load(chunk.fileName);
  for (const part of parts) {
    const chunk = chunks.find((it) => it.facadeModuleId?.endsWith(part));
    if (!chunk) throw new Error(`No part of its own: ${part}`);
    load(chunk.fileName);
  }
  return loaded;
}

function bytesOf(bundle: Bundle, file: string): number {
  const it = bundle[file];
  if (!it) throw new Error(`Not built: ${file}`);
  const content = Buffer.from(it.type === "chunk" ? it.code : it.source);
  return file.endsWith(".woff2") ? content.length : brotli(content).length;
}
