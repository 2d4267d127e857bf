import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|html|svg)$/;

export const brotli = (content: Buffer | string): Buffer =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });

const files = (dir: string): string[] =>
  readdirSync(dir)
    .map((name) => join(dir, name))
    .flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path]));

/**
 * Every text beside itself as `.br`, compressed once, as hard as it goes: `web` serves it to whoever takes it. There is no `.gz`: browsers
 * name gzip first, and would be given the larger of the two.
 */
export const precompress = (): Plugin => ({
  name: "precompress",
  apply: "build",
  writeBundle({ dir }) {
    for (const file of files(dir ?? "dist").filter((it) => TEXT.test(it))) {
      writeFileSync(`${file}.br`, brotli(readFileSync(file)));
    }
  },
});
