/** The one document of the page, with who looks and in which words. */
import type { OrgSession, Person } from "./org-session.ts";

interface Viewer {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly locale: string;
    readonly language: string;
    readonly timeZone: string;
  };
  readonly customPermissions: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

export const CONTENT_SECURITY_POLICY = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

export async function indexHtml(
  session: OrgSession,
  people: readonly Person[],
  options: {
    readonly nonce: string;
    readonly isSmall: boolean;
    readonly hasControls: boolean;
    readonly scripts: readonly string[];
  },
): Promise<string> {
  const viewer = await session.json<Viewer>("/_local/lightning/viewer");
  const locale = viewer.user.locale.replace("_", "-");
  const lang = viewer.user.language.replace("_", "-").split("-")[0] ?? "en";
  const page = {
    person: session.person.key,
    people: people.map(({ key, label }) => ({ key, label })),
    user: { id: viewer.user.id, name: viewer.user.name },
    customPermissions: viewer.customPermissions,
    labels: viewer.labels,
    i18n: { locale, lang, currency: "USD", timeZone: viewer.user.timeZone, dir: "ltr" },
    formFactor: options.isSmall ? "Small" : "Large",
    hasControls: options.hasControls,
  };
  // `<` in a text must not end the script.
  const json = JSON.stringify(page).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local Salesforce</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css">
<script nonce="${options.nonce}">window.localPage = ${json};</script>
</head>
<body class="slds-scope">
<div id="app"></div>
${options.scripts.map((name) => `<script type="module" src="/dist/${name}"></script>`).join("\n")}
</body>
</html>
`;
}

const AGAIN_SECONDS = 5;

/** In the document's place while the org does not answer: comes back by itself when it does. */
export function awayHtml(reason: string): string {
  const words = reason.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${AGAIN_SECONDS}">
<title>Local Salesforce</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css">
</head>
<body class="slds-scope">
<main class="slds-p-around_large">
<h1 class="slds-text-heading_medium slds-m-bottom_small">Salesforce does not answer at the moment.</h1>
<p>This page looks again every ${AGAIN_SECONDS} seconds.</p>
<p class="slds-text-color_weak">${words}</p>
</main>
</body>
</html>
`;
}
