import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const documents = join(import.meta.dirname, "../../openapi");
const services = readdirSync(documents)
  .filter((f) => f.endsWith(".json"))
  .map((f) => f.replace(".json", ""));

describe("the types of the API", () => {
  it.each(services)("of %s are generated from its committed document", (service) => {
    const digest = createHash("sha256")
      .update(readFileSync(join(documents, `${service}.json`)))
      .digest("hex");
    const [first] = readFileSync(join(import.meta.dirname, `${service}.d.ts`), "utf8").split("\n");
    expect(first, "run npm run api").toBe(`// Of openapi/${service}.json, SHA-256 ${digest}`);
  });
});
