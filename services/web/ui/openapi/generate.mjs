// npm run api: writes src/api/<service>.d.ts from openapi/<service>.json.
// openapi-typescript wants TypeScript 5, the project has 7: it runs with its own, through npm.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const tools = ["--package=openapi-typescript@7.13.0", "--package=typescript@5.9.3"];

for (const file of readdirSync("openapi").filter((f) => f.endsWith(".json"))) {
  const types = `src/api/${file.replace(".json", ".d.ts")}`;
  execFileSync("npm", ["exec", "--yes", ...tools, "--", "openapi-typescript", `openapi/${file}`, "--output", types], { stdio: "inherit" });
  // A test compares: types that do not follow their document fail it.
  const digest = createHash("sha256")
    .update(readFileSync(`openapi/${file}`))
    .digest("hex");
  writeFileSync(types, `// Of openapi/${file}, SHA-256 ${digest}\n${readFileSync(types, "utf8")}`);
}
