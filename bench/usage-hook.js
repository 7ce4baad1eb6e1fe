// Preloaded into every measured process (`node --import`): writes what the process used when it ends.
import { writeFileSync } from "node:fs";

const file = process.env["USAGE_FILE"];
const started = process.hrtime.bigint();

process.on("exit", () => {
  if (file === undefined) return;
  const usage = process.resourceUsage();
  writeFileSync(
    file,
    JSON.stringify({
      cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
      wall: Number(process.hrtime.bigint() - started) / 1e9,
      peak: usage.maxRSS / 1024,
    }),
  );
});
