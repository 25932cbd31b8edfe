/**
 * Modules the platform makes for each org and user (`@salesforce/apex/…`, `…/label/…`, `…/i18n/…`): what depends on who looks is read
 * from `window.localPage`, which the server writes into the page. Source: LWC Developer Guide, "@salesforce Modules".
 */

const OF_VIEWER = "window.localPage";

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
      return ["locale", "lang", "currency", "timeZone", "dir"].includes(rest)
        ? constant(`${OF_VIEWER}.i18n.${rest}`)
        : undefined;
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

function constant(expression: string): string {
  return `export default ${expression};`;
}

function text(value: string): string {
  return JSON.stringify(value);
}
