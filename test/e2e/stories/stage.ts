/** Where the stories play: a stack of their own, a sales rep at work in Salesforce, and the Stripe account they sell through. */
import type { Connection } from "jsforce";
import type Stripe from "stripe";
import { stripeClient } from "../../../local/stack/api-clients.ts";
import { connect } from "../../../scripts/trigger/records.ts";
import { removeFolder, runStack, temporaryFolder, type RunningStack } from "../running-stack.ts";

export interface Stage {
  readonly running: RunningStack;
  /** The sales rep's own session: everything the stories do and read in Salesforce goes through it. */
  readonly rep: Connection;
  readonly stripe: Stripe;
  close(): Promise<void>;
}

/**
 * @param project whose org it is; the repository's own when none is named
 */
export async function openStage(project?: string): Promise<Stage> {
  const folder = await temporaryFolder();
  const running = await runStack(folder, project);
  const { state, credentials } = running.stack;
  return {
    running,
    rep: await connect(state.urls.org, credentials.sales),
    stripe: stripeClient(state.urls.stripe, credentials.stripeKey),
    async close() {
      await running.stop();
      await removeFolder(folder);
    },
  };
}
