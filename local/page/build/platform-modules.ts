/**
 * Modules the platform makes for each org and user (`@salesforce/apex/…`, `…/label/…`, `…/i18n/…`): what depends on who looks is read
 * from `window.localPage`, which the server writes into the page. Source: LWC Developer Guide, "@salesforce Modules".
 */

const OF_VIEWER = "window.localPage";
/** What `page/localeFormats` knows. */
const LOCALE_FORMATS =
  /^(?:dateTime\.(?:short|medium|long)Date(?:Time)?Format|dateTime\.(?:short|medium)TimeFormat|number\.(?:decimal|grouping)Separator|firstDayOfWeek)$/;
const CALENDAR_DATA = "lightning-base-components/scopedImports/@salesforce-i18n-calendarData.js";

/** @returns the text of the module; undefined for what is not one of them */
export function platformModule(specifier: string): string | undefined {
  const [, kind, rest = ""] = /^@salesforce\/(\w+)(?:\/(.+))?$/.exec(specifier) ?? [];
  switch (kind) {
    case "apex":
      return rest === ""
        ? 'export { refreshApex, getSObjectValue } from "page/apex";'
        : `import { apexMethod } from "page/apex";\nexport default apexMethod(${text(rest)});`;
    case "schema": {
      const [object, ...path] = rest.split(".");
      const value =
        path.length === 0
          ? { objectApiName: object }
          : { objectApiName: object, fieldApiName: path.join(".") };
      return constant(JSON.stringify(value));
    }
    case "label": {
      const name = rest.replace(/^c\./, "");
      return rest.startsWith("c.")
        ? constant(`${OF_VIEWER}.labels[${text(name.toLowerCase())}] ?? ${text(name)}`)
        : undefined;
    }
    case "i18n":
      return i18nModule(rest);
    case "user":
      return constant(rest === "Id" ? `${OF_VIEWER}.user.id` : "false");
    case "customPermission":
      return constant(`${OF_VIEWER}.customPermissions.includes(${text(rest)}) || undefined`);
    case "userPermission":
      return constant("undefined");
    case "messageChannel":
      return constant(text(rest));
    case "resourceUrl":
      return constant(text(`/page/resource/${rest}`));
    case "contentAssetUrl":
      return constant(text(`/page/asset/${rest}`));
    case "client":
      return constant(`${OF_VIEWER}.formFactor`);
    case "community":
    case "site":
      return constant("undefined");
    default:
      return undefined;
  }
}

/** What is not of the locale, as signs of numbers, is what the base components bring. */
function i18nModule(name: string): string | undefined {
  if (["locale", "lang", "currency", "timeZone", "dir"].includes(name))
    return constant(`${OF_VIEWER}.i18n.${name}`);
  if (name === "calendarData")
    return `import base from ${text(CALENDAR_DATA)};
import { months } from "page/localeFormats";
const { gregorian } = base;
const format = { ...gregorian.months.format, ...months };
export default { ...base, gregorian: { ...gregorian, months: { ...gregorian.months, format } } };`;
  return LOCALE_FORMATS.test(name)
    ? `import { formats } from "page/localeFormats";\n${constant(`formats[${text(name)}]`)}`
    : undefined;
}

function constant(expression: string): string {
  return `export default ${expression};`;
}

function text(value: string): string {
  return JSON.stringify(value);
}
