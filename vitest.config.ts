import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Long enough for a slow machine: what a test asserts is never how long it takes.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
