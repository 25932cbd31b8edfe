/** The Lightning page over a running stack: who can look at it, and in which locale each person works. */
import path from "node:path";
import { startPage } from "../page/start-page.ts";
import type { Person, PageServer, PageServerOptions } from "../page/serve/page-server.ts";
import { orgConnection } from "./api-clients.ts";
import type { StackCredentials } from "./credentials.ts";
import type { Stack } from "./stack.ts";

export interface StackPageOptions {
  readonly host: string;
  readonly port: number;
  /** What the page's drawer makes happen; without it there is none. */
  readonly controls?: PageServerOptions["controls"];
  readonly log: (line: string) => void;
}

/** People work in more than one country: what shows dates and money is seen in each. */
const PEOPLE = [
  { key: "sales", name: "Sam Sales", locale: "en_US", timeZone: "America/New_York" },
  { key: "service", name: "Sonja Service", locale: "de_DE", timeZone: "Europe/Berlin" },
  { key: "finance", name: "Fumiko Finance", locale: "ja_JP", timeZone: "Asia/Tokyo" },
  { key: "admin", name: "Alex Admin", locale: "en_GB", timeZone: "Europe/London" },
  { key: "colleague", name: "Chris Colleague", locale: "en_US", timeZone: "America/Los_Angeles" },
] as const;

export async function startStackPage(
  projectFolder: string,
  { state, credentials }: Stack,
  { host, port, controls, log }: StackPageOptions,
): Promise<PageServer> {
  await settlePeople(state.urls.org, credentials);
  return startPage({
    projectFolder,
    cacheFolder: path.join(projectFolder, "node_modules", ".cache", "local-page"),
    host,
    port,
    orgUrl: state.urls.org,
    people: PEOPLE.map(({ key, name, locale }): Person => {
      const label = `${name} (${key}, ${locale.replace("_", "-")})`;
      return { key, label, ...credentials[key] };
    }),
    ...(controls === undefined ? {} : { controls }),
    log,
  });
}

async function settlePeople(orgUrl: string, credentials: StackCredentials): Promise<void> {
  const connection = await orgConnection(orgUrl, credentials.admin);
  const { records } = await connection.query<{ Id: string; Alias: string }>(
    `SELECT Id, Alias FROM User WHERE Alias IN (${PEOPLE.map(({ key }) => `'${key}'`).join(", ")})`,
  );
  await connection.sobject("User").update(
    records.map(({ Id, Alias }) => {
      const person = PEOPLE.find(({ key }) => key === Alias);
      const [FirstName = "", LastName = Alias] = person?.name.split(" ") ?? [];
      return {
        Id,
        FirstName,
        LastName,
        LocaleSidKey: person?.locale ?? "en_US",
        TimeZoneSidKey: person?.timeZone ?? "GMT",
      };
    }),
  );
}
