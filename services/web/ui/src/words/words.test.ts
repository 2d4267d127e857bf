import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { createIntl } from "react-intl";
import { describe, expect, it } from "vitest";

const here = import.meta.dirname;
const read = (file: string): Record<string, string> => JSON.parse(readFileSync(join(here, file), "utf8")) as Record<string, string>;
const features = readdirSync(here)
  .filter((f) => f.endsWith(".fr.json"))
  .map((f) => f.replace(".fr.json", ""));

function sources(dir: string): string {
  return readdirSync(dir)
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isDirectory() || (/\.tsx?$/.test(path) && !path.includes(".test.")))
    .map((path) => (statSync(path).isDirectory() ? sources(path) : readFileSync(path, "utf8")))
    .join("\n");
}

const code = sources(join(here, ".."));
/** `kit.severity.${level}` makes every key that begins so used; so does code("kit.type", …). */
const templates = [...code.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map((m) => m[1] ?? "");
const prefixes = [...code.matchAll(/code\("([\w.]+)"/g)].map((m) => `${m[1]}.`);
/** The placeholders of a message, those inside its plurals too. */
const values = (message: string) => [...new Set(names(parse(message)))].sort();

function names(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((e) => {
    if (e.type === TYPE.literal || e.type === TYPE.pound) return [];
    if (e.type === TYPE.tag) return names(e.children);
    if (e.type === TYPE.plural || e.type === TYPE.select) return [e.value, ...Object.values(e.options).flatMap((o) => names(o.value))];
    return [e.value];
  });
}

describe.each(features)("the words of %s", (feature) => {
  const fr = read(`${feature}.fr.json`);
  const en = read(`${feature}.en.json`);

  it("have the same keys in French and English", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  });

  it("carry their feature's name in each key", () => {
    expect(Object.keys(fr).filter((key) => !key.startsWith(`${feature}.`))).toEqual([]);
  });

  it("take the same values in both languages", () => {
    const differing = Object.keys(fr).filter((key) => String(values(fr[key] ?? "")) !== String(values(en[key] ?? "")));
    expect(differing).toEqual([]);
  });

  it.each(["fr", "en"])("are well-formed messages in %s", (locale) => {
    const messages = locale === "fr" ? fr : en;
    const broken: string[] = [];
    const intl = createIntl({ locale, messages, onError: (error) => broken.push(error.message) });
    for (const id of Object.keys(messages))
      intl.formatMessage({ id }, { ...fill(messages[id] ?? ""), b: (chunks: unknown) => String(chunks) });
    expect(broken).toEqual([]);
  });

  it("are used, each of them", () => {
    const unused = Object.keys(fr).filter(
      (key) => !code.includes(`"${key}"`) && ![...templates, ...prefixes].some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it("keep French punctuation on its line, with a no-break space", () => {
    const wrong = Object.keys(fr).filter((key) => / [!?;:»]|« /.test(fr[key] ?? ""));
    expect(wrong).toEqual([]);
  });
});

function fill(message: string): Record<string, number> {
  return Object.fromEntries(values(message).map((name) => [name, 2]));
}
