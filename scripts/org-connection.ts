/** A connection to the org of the running local stack, or to one sf is signed in to. */
import { Connection } from "jsforce";
import { z } from "zod";
import { orgConnection } from "../local/stack/api-clients.ts";
import { stackCredentialsIn } from "../local/stack/credentials.ts";
import { runningStack, type StackState } from "../local/stack/state.ts";
import { runCommand } from "./deploy/run-command.ts";
import { Org } from "./setup/org.ts";

export interface LocalOrg {
  readonly connection: Connection;
  readonly state: StackState;
}

/** As its administrator. @throws Error of one sentence when no stack runs on the folder */
export async function localOrg(dataFolder: string): Promise<LocalOrg> {
  const state = await runningStack(dataFolder);
  const { admin } = await stackCredentialsIn(dataFolder);
  return { connection: await orgConnection(state.urls.org, admin), state };
}

/** In sf's session of the org. @throws Error with what sf said */
export async function signedInOrg(alias: string): Promise<Connection> {
  const org = new Org(alias, runCommand, () => undefined, false);
  const { instanceUrl } = z
    .object({ instanceUrl: z.string() })
    .parse(await org.display(["org", "display"]));
  const { accessToken } = z
    .object({ accessToken: z.string() })
    .parse(await org.display(["org", "auth", "show-access-token"]));
  return new Connection({ instanceUrl, accessToken, version: "66.0" });
}
