/** The Lightning page over a running stack, and who can look at it. */
import path from "node:path";
import { startPage } from "../page/start-page.ts";
import type { Person, PageServer, PageServerOptions } from "../page/serve/page-server.ts";
import { PEOPLE, PERSON_KEYS } from "./people.ts";
import type { Stack } from "./stack.ts";

export interface StackPageOptions {
  readonly host: string;
  readonly port: number;
  /** What the page's drawer makes happen; without it there is none. */
  readonly controls?: PageServerOptions["controls"];
  readonly log: (line: string) => void;
}

export function startStackPage(
  projectFolder: string,
  { state, credentials }: Stack,
  { host, port, controls, log }: StackPageOptions,
): Promise<PageServer> {
  return startPage({
    projectFolder,
    cacheFolder: path.join(projectFolder, "node_modules", ".cache", "local-page"),
    host,
    port,
    orgUrl: state.urls.org,
    people: PERSON_KEYS.map((key): Person => {
      const { firstName, lastName, locale } = PEOPLE[key];
      const label = `${firstName} ${lastName} (${key}, ${locale.replace("_", "-")})`;
      return { key, label, ...credentials[key] };
    }),
    ...(controls === undefined ? {} : { controls }),
    log,
  });
}
