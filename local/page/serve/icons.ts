/**
 * One icon of the design system as a document of its own. A sprite holds up to 800 icons, and the browser parses all of it for each
 * document that shows one: opening a record page took seconds of it on a busy machine.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";

const CATEGORIES: ReadonlySet<string> = new Set([
  "action",
  "custom",
  "doctype",
  "standard",
  "utility",
]);
const sprites = new Map<string, Promise<ReadonlyMap<string, string>>>();

/**
 * @param assets folder of the design system's assets
 * @param category `utility`
 * @param file `add.svg`: its symbol has the icon's name as id
 * @returns null: there is no such icon
 */
export async function iconDocument(
  assets: string,
  category: string,
  file: string,
): Promise<string | null> {
  if (!CATEGORIES.has(category)) return null;
  const place = path.join(assets, "icons", `${category}-sprite`, "svg", "symbols.svg");
  const read = sprites.get(place) ?? readFile(place, "utf8").then(symbolsOf);
  sprites.set(place, read);
  const symbol = (await read).get(path.basename(file, ".svg"));
  return symbol === undefined
    ? null
    : `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${symbol}</svg>`;
}

function symbolsOf(sprite: string): ReadonlyMap<string, string> {
  const symbols = sprite.match(/<symbol\b[^]*?<\/symbol>/g) ?? [];
  return new Map(
    symbols.map((symbol) => [/\bid="([^"]+)"/.exec(symbol)?.[1] ?? "", symbol] as const),
  );
}
