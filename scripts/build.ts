/**
 * `npm run build`: the Lightning components, from lwc/ to what deploys and what the local page shows; and the list of all that deploys, which
 * goes along.
 */
import path from "node:path";
import { buildComponents } from "./build/components.ts";
import { parseNoOptions, runCommandLine } from "./command-line.ts";
import { writeInventory } from "./setup/inventory.ts";

const USAGE = `npm run build

Compiles the Lightning components of lwc/ into force-app/main/default/lwc, and writes the list of all that deploys.`;

const root = path.resolve(import.meta.dirname, "..");

await runCommandLine(parseNoOptions(process.argv.slice(2)), USAGE, async () => {
  const started = performance.now();
  const { components, problems } = await buildComponents(root);
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    return 1;
  }
  await writeInventory(root);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${components.length} components in force-app/main/default/lwc, in ${seconds} s`);
  return 0;
});
