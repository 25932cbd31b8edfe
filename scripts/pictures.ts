/**
 * `npm run pictures`: takes the README's pictures anew, in docs/. Starts a stack of its own on free ports, lets people work at it in
 * Chromium, and leaves nothing behind.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseNoOptions, runCommandLine } from "./command-line.ts";

const USAGE = `npm run pictures

Takes the README's pictures anew: starts a stack of its own, lets people work at it in Chromium, and writes docs/*.png.`;

const root = path.resolve(import.meta.dirname, "..");

await runCommandLine(parseNoOptions(process.argv.slice(2)), USAGE, async () => {
  // Not before: the stage loads the whole stack.
  const [{ aSale, theOthers }, { sheetOf }, { openPageStage }] = await Promise.all([
    import("./pictures/scenes.ts"),
    import("./pictures/sheet.ts"),
    import("./pictures/stage.ts"),
  ]);
  const pictures = [
    { file: "docs/a-sale.png", scene: aSale },
    { file: "docs/service-finance-admin.png", scene: theOthers },
  ] as const;
  const stage = await openPageStage(root, (part) => console.log(`  … ${part}`));
  try {
    for (const { file, scene } of pictures) {
      const image = await sheetOf(stage.browser, await scene(stage));
      await writeFile(path.join(root, file), image);
      console.log(`${file}  ${Math.round(image.length / 1024)} KB`);
    }
  } finally {
    await stage.close();
  }
  return 0;
});
