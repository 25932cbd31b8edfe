/** For tests: an org that answers over real HTTP, around files of a project. */
import { sfdxProject, writeProject } from "../../schema/fixture/project.ts";
import { keptThreads } from "../engine-threads.ts";
import { startLocalOrg, type LocalOrg, type ServeOptions } from "../local-org.ts";

export const CLIENT = { clientId: "admin", clientSecret: "admin-secret" };

/** To start one takes longer than most tests take. */
const threads = keptThreads();

export interface CallOptions {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface ServedProject extends LocalOrg {
  /** A new access token of the administrator. */
  token(): Promise<string>;
  /** With the administrator's token, below `/services/data/v66.0`. */
  call(path: string, init?: CallOptions): Promise<Response>;
}

export async function serveProject(
  files: Readonly<Record<string, string>>,
  options: Partial<ServeOptions> = {},
): Promise<ServedProject> {
  const project = writeProject("sfdx-project.json" in files ? files : sfdxProject(files));
  const org = await startLocalOrg({
    paths: [project.path],
    host: "127.0.0.1",
    port: 0,
    clients: [{ ...CLIENT, user: { alias: "admin", permissionSets: [] } }],
    log: () => undefined,
    threads,
    ...options,
  }).catch((error: unknown) => {
    project.remove();
    throw error;
  });
  const token = async (): Promise<string> => {
    const response = await fetch(`${org.url}/services/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
      }),
    });
    const body: unknown = await response.json();
    if (typeof body !== "object" || body === null || !("access_token" in body))
      throw new Error(`No token: ${JSON.stringify(body)}`);
    return String(body.access_token);
  };
  const first = await token();
  return {
    url: org.url,
    token,
    call: (path, init = {}) =>
      fetch(`${org.url}/services/data/v66.0${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${first}`,
          "content-type": "application/json",
          ...init.headers,
        },
      }),
    async stop() {
      await org.stop();
      project.remove();
    },
  };
}
