/** Puts views of several pages beside each other, each under the words that say who looks at what. */
import type { Browser } from "playwright-core";

export interface View {
  readonly words: string;
  /** PNG. */
  readonly image: Buffer;
}

/** Of a README: wide enough to read, and few bytes. */
const WIDTH = 1_400;

/** @param columns the views of each column, from the top @returns PNG */
export async function sheetOf(
  browser: Browser,
  columns: readonly (readonly View[])[],
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 100 } });
  try {
    await page.setContent(documentOf(columns));
    return await page.locator("main").screenshot();
  } finally {
    await page.close();
  }
}

function documentOf(columns: readonly (readonly View[])[]): string {
  const figure = ({ words, image }: View): string =>
    `<figure><figcaption>${words}</figcaption><img src="data:image/png;base64,${image.toString("base64")}"></figure>`;
  return `<!doctype html><style>
body { margin: 0; font: 600 18px sans-serif; color: #181818; }
main { display: flex; gap: 20px; padding: 16px; background: #eef4ff; align-items: flex-start; }
div { flex: 1; min-width: 0; }
figure { margin: 0 0 16px; }
figcaption { margin-bottom: 8px; }
img { max-width: 100%; display: block; border-radius: 4px; }
</style><main>${columns.map((views) => `<div>${views.map(figure).join("")}</div>`).join("")}</main>`;
}
