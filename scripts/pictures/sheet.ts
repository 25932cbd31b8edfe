/** Puts views of several pages beside each other, each under the words that say who looks at what; a letter is as large in each. */
import type { Browser } from "playwright-core";

export interface View {
  readonly words: string;
  /** PNG of twice as many pixels as it is wide on the page. */
  readonly image: Buffer;
}

/** Of the size a view has on its page: what a person still reads where a README is 800 pixels wide. */
const SCALE = 0.85;
/** Pixels of a view's image for each of its page's. */
export const PIXEL_RATIO = 2;
/** Sharp on a screen of two pixels a point, and few bytes. */
const SHEET_RATIO = 1.5;
const WIDEST = 2_000;

/** @param columns the views of each column, from the top @returns PNG */
export async function sheetOf(
  browser: Browser,
  columns: readonly (readonly View[])[],
): Promise<Buffer> {
  const viewport = { width: WIDEST, height: 100 };
  const page = await browser.newPage({ viewport, deviceScaleFactor: SHEET_RATIO });
  try {
    await page.setContent(documentOf(columns));
    return await page.locator("main").screenshot();
  } finally {
    await page.close();
  }
}

function documentOf(columns: readonly (readonly View[])[]): string {
  const figure = ({ words, image }: View): string => {
    const width = Math.round((widthOf(image) / PIXEL_RATIO) * SCALE);
    return `<figure><figcaption>${words}</figcaption><img width="${width}" src="data:image/png;base64,${image.toString("base64")}"></figure>`;
  };
  return `<!doctype html><style>
body { margin: 0; font: 600 17px/1.3 sans-serif; color: #16325c; }
main { display: inline-flex; gap: 28px; padding: 24px; background: #e9f1fb; align-items: flex-start; }
div { display: grid; gap: 24px; }
figure { margin: 0; width: min-content; }
figcaption { margin-bottom: 8px; }
img { display: block; border-radius: 8px; box-shadow: 0 1px 6px #0b3a6b40; }
</style><main>${columns.map((views) => `<div>${views.map(figure).join("")}</div>`).join("")}</main>`;
}

/** Source: PNG (Third Edition), 11.2.1: the header's first four bytes are the width. */
function widthOf(png: Buffer): number {
  return png.readUInt32BE(16);
}
