/** A connection to the org of the running local stack, or to one sf is signed in to. */
import { Connection } from "jsforce";
import { z } from "zod";
import { orgConnection } from "../local/stack/api-clients.ts";
import { stackCredentialsIn } from "../local/stack/credentials.ts";
import { runningStack, type StackState } from "../local/stack/state.ts";
import { runCommand, type RunCommand } from "./deploy/run-command.ts";
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

/** In sf's session of the org. @throws Error that says how to sign in, else with what sf said */
export async function signedInOrg(
  alias: string,
  run: RunCommand = runCommand,
): Promise<Connection> {
  const org = new Org(alias, run, () => undefined, false);
  const { instanceUrl } = z
    .object({ instanceUrl: z.string() })
    .parse(
      await org.display(["org", "display"]).catch(async (error: unknown) => sayWhy(org, error)),
    );
  const { accessToken } = z
    .object({ accessToken: z.string() })
    .parse(await org.display(["org", "auth", "show-access-token"]));
  return new Connection({ instanceUrl, accessToken, version: "66.0" });
}

/** What sf says of an org it does not know is no help to who wants to sign in. */
async function sayWhy(org: Org, error: unknown): Promise<never> {
  await org.requireThere();
  throw error;
}
