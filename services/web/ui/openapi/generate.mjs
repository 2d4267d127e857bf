// npm run api: writes src/api/<service>.d.ts from openapi/<service>.json.
// openapi-typescript wants TypeScript 5, the project has 7: it runs with its own, through npm.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";

for (const file of readdirSync("openapi").filter((f) => f.endsWith(".json"))) {
  const service = file.replace(".json", "");
  execFileSync(
    "npm",
    [
      "exec",
      "--yes",
      "--package=openapi-typescript@7.13.0",
      "--package=typescript@5.9.3",
      "--",
      "openapi-typescript",
      `openapi/${file}`,
      "--output",
      `src/api/${service}.d.ts`,
      "--alphabetize",
      "--default-non-nullable",
      "false",
    ],
    { stdio: "inherit" },
  );
}
