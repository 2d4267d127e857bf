import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { precompress } from "./build/precompress";
import { weight } from "./build/weight";

/** `npm run dev` asks a running `web` for the API and for signing in. */
const web = process.env["PRIS_WEB"] ?? "http://localhost:8080";
const toWeb = Object.fromEntries(["/api", "/sign-in", "/sign-out", "/oauth2", "/login"].map((path) => [path, web]));

/** What the first page of each role takes. Answers of the services come on top: the limits leave room for them. */
const TEXT_FONT = "hyperlegible-next-latin-wght";
const CODE_FONT = "hyperlegible-mono-latin-wght";
const firstPages = [
  {
    name: "an establishment's first page",
    parts: ["/app/DeclarantShell.tsx", "/words/own.fr.ts", "/screens/DeclarantHome.tsx"],
    fonts: [TEXT_FONT],
    limit: 240_000,
  },
  {
    name: "the board",
    parts: ["/kit/Shell.tsx", "/words/own.fr.ts", "/words/work.fr.ts", "/screens/Board.tsx"],
    fonts: [TEXT_FONT, CODE_FONT],
    limit: 400_000,
  },
];

export default defineConfig({
  plugins: [react(), precompress(), weight(firstPages)],
  // The content security policy allows no inline script and no data: font.
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, sourcemap: false },
  server: { proxy: toWeb },
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node" },
});
