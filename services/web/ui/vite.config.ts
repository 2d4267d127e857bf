import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** `npm run dev` asks a running `web` for the API and for signing in. */
const web = process.env["PRIS_WEB"] ?? "http://localhost:8080";
const toWeb = Object.fromEntries(["/api", "/sign-in", "/sign-out", "/oauth2", "/login"].map((path) => [path, web]));

export default defineConfig({
  plugins: [react()],
  // The content security policy allows no inline script and no data: font.
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, sourcemap: false },
  server: { proxy: toWeb },
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node" },
});
