/** The browser of the page tests and of the pictures: the machine's own Chromium or Chrome. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** First the one that draws for nobody, where it is: without a browser around its pages it takes a tenth less of the processor. */
const USUAL_PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export const HOW_TO_INSTALL =
  "This needs Chromium or Chrome: apt-get install chromium-headless-shell, or chromium, or set CHROME_PATH to it.";

/**
 * What nobody looks at here: the suggestions of the address bar, two pages and processes of Chromium's own in every window; and what it asks of
 * the network as it starts. Playwright switches the latter off too, but of a switch that is said twice Chromium hears the last.
 */
const NOT_NEEDED = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

const SWITCHES = [
  // As root, as in CI, Chromium's own sandbox does not start.
  "--no-sandbox",
  // There is none: without this one is played by the processor, and Debian's Chromium lets it draw everything.
  "--disable-gpu",
  `--disable-features=${NOT_NEEDED.join(",")}`,
];

/** null: there is none. */
export function chromiumPath(): string | null {
  const given = process.env["CHROME_PATH"];
  return given ?? USUAL_PLACES.find((place) => existsSync(place)) ?? null;
}

/** @throws Error saying how to install one */
export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error(HOW_TO_INSTALL);
  return chromium.launch({ executablePath, args: SWITCHES });
}
