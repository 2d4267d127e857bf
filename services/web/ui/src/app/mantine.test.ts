import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const source = join(import.meta.dirname, "..");
const packages = join(source, "../node_modules/@mantine");

const files = (dir: string): string[] =>
  readdirSync(dir)
    .map((name) => join(dir, name))
    .flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path]));

/** What the pages take from a package of Mantine. */
const taken = (name: string): string[] =>
  files(source)
    .filter((path) => /\.tsx?$/.test(path) && !path.includes(".test."))
    .flatMap((path) => [...readFileSync(path, "utf8").matchAll(new RegExp(`import \\{([^}]*)\\} from "${name}"`, "g"))])
    .flatMap(([, names = ""]) => names.split(",").map((each) => each.trim()))
    .filter((each) => /^[A-Z]/.test(each));

/** The styles that a module and all it is made of ask for. */
function stylesOf(module: string, seen: Set<string>): string[] {
  if (seen.has(module) || !existsSync(module)) return [];
  seen.add(module);
  const own = /(\w+)\.module\.mjs$/.exec(module)?.[1];
  if (own) return module.includes("/core/") ? [own] : [];
  const imports = [...readFileSync(module, "utf8").matchAll(/from "([^"]+)"/g)].map(([, path = ""]) => path);
  const ofCore = (module.includes("/dates/") ? readFileSync(module, "utf8") : "").match(/import \{([^}]*)\} from "@mantine\/core"/)?.[1];
  return [
    ...imports.filter((path) => path.startsWith(".")).flatMap((path) => stylesOf(join(dirname(module), path), seen)),
    ...(ofCore ?? "").split(",").flatMap((each) => stylesOf(component("core", each.trim()), seen)),
  ];
}

const component = (of: string, name: string) => join(packages, of, `esm/components/${name}/${name}.mjs`);

it("every component of Mantine that a page uses has its styles", () => {
  const seen = new Set<string>();
  const needed = ["core", "dates"].flatMap((of) => taken(`@mantine/${of}`).flatMap((name) => stylesOf(component(of, name), seen)));
  const imported = readFileSync(join(import.meta.dirname, "mantine.ts"), "utf8");
  expect(needed.length).toBeGreaterThan(30);
  expect(needed.filter((name) => !imported.includes(`/${name}.layer.css`)).sort()).toEqual([]);
});
