/**
 * `npm run pictures`: takes the README's pictures anew, in docs/. Starts a stack of its own on free ports, lets people work at it in
 * Chromium, and leaves nothing behind.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { aSale, theOthers } from "./pictures/scenes.ts";
import { sheetOf } from "./pictures/sheet.ts";
import { openPageStage } from "./pictures/stage.ts";

const root = path.resolve(import.meta.dirname, "..");

const PICTURES = [
  { file: "docs/a-sale.png", scene: aSale },
  { file: "docs/service-finance-admin.png", scene: theOthers },
] as const;

const stage = await openPageStage(root, (part) => console.log(`  … ${part}`));
try {
  for (const { file, scene } of PICTURES) {
    const image = await sheetOf(stage.browser, await scene(stage));
    await writeFile(path.join(root, file), image);
    console.log(`${file}  ${Math.round(image.length / 1024)} KB`);
  }
} finally {
  await stage.close();
}
