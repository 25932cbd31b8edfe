/** The value behind System.PageReference: an address taken apart, so that its parameters can be changed. */
import { ApexMap } from "../../runtime/map.ts";
import { platformTypeNamed, STRING } from "../../runtime/type.ts";
import { urlDecode, urlEncode } from "../url-encoding.ts";

export class PageReferenceValue {
  readonly path: string;
  readonly parameters = new ApexMap<string, string | null>(STRING, STRING);
  readonly headers = new ApexMap<string, string>(STRING, STRING);
  readonly cookies = new ApexMap<string, object>(STRING, platformTypeNamed("System.Cookie"));
  anchor: string | null = null;
  isRedirect = false;

  constructor(url: string) {
    const match = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url);
    this.path = match?.[1] ?? url;
    this.anchor = match?.[3] ?? null;
    for (const pair of (match?.[2] ?? "").split("&")) {
      if (pair === "") continue;
      const at = pair.indexOf("=");
      const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
      this.parameters.put(urlDecode(name, "UTF-8"), urlDecode(value, "UTF-8"));
    }
  }

  /**
   * With its anchor and its parameters, these by their names in whatever case: SummitEventsAddToCalendar_TEST of
   * SFDO-Community/Summit-Events-App, GettingStartedController_Test of SalesforceLabs/survey-force.
   */
  get url(): string {
    const query = [...this.parameters.entries()]
      .map(([name, value]) => [name, value, name.toLowerCase()] as const)
      .sort(([, , a], [, , b]) => (a < b ? -1 : a > b ? 1 : 0))
      .flatMap(([name, value]) =>
        value === null ? [] : [`${urlEncode(name, "UTF-8")}=${urlEncode(value, "UTF-8")}`],
      )
      .join("&");
    const anchor = this.anchor === null ? "" : `#${this.anchor}`;
    return `${this.path}${query === "" ? "" : `?${query}`}${anchor}`;
  }

  toString(): string {
    return `System.PageReference[${this.url}]`;
  }
}
