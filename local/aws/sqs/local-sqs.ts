import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startFauxqs } from "fauxqs";
import { forwardTo } from "../forwarding.ts";
import { close, listen } from "../../http/listening.ts";
import { createSignedServer } from "../signed-server.ts";
import type { LocalAwsService, LocalAwsServiceOptions } from "../service-options.ts";
import { refuseStrangers } from "./loopback-only.ts";
import { namesQueues, withQueueUrlsAt } from "./queue-urls.ts";

export const DEAD_LETTER_QUEUE = "stripe-events-dead-letters";

/** The largest message SQS takes since August 2025, and the longest it keeps one. */
const DEAD_LETTER_QUEUE_ATTRIBUTES = {
  MaximumMessageSize: String(1024 * 1024),
  MessageRetentionPeriod: String(14 * 24 * 60 * 60),
};

export interface LocalSqs extends LocalAwsService {
  /** Where dead letters are sent. */
  readonly deadLetterQueueUrl: string;
}

/**
 * SQS on this machine, with the dead-letter queue in place; its messages survive a restart.
 * @throws Error naming the port when it is taken.
 */
export async function startLocalSqs(options: LocalAwsServiceOptions): Promise<LocalSqs> {
  const dataDir = join(options.dataFolder, "sqs");
  mkdirSync(dataDir, { recursive: true });
  const emulator = await startFauxqs({
    port: 0,
    logger: false,
    dataDir,
    defaultRegion: options.region,
  });
  const guard = refuseStrangers(emulator.port);
  const endpoint = { url: "" };
  const forwarding = forwardTo(emulator.port, (request) =>
    namesQueues(request) ? (answer) => withQueueUrlsAt(endpoint.url, answer) : undefined,
  );
  // AWS takes a request at the endpoint and at a queue's own URL alike; the emulator at "/" only.
  const server = createSignedServer({ ...options, service: "sqs" }, (request, response) =>
    forwarding.handler({ ...request, target: "/" }, response),
  );
  const stop = async (): Promise<void> => {
    forwarding.stop();
    await close(server);
    await emulator.stop();
    guard.stop();
  };
  try {
    if (emulator.inspectQueue(DEAD_LETTER_QUEUE) === undefined) {
      emulator.createQueue(DEAD_LETTER_QUEUE, {
        region: options.region,
        attributes: DEAD_LETTER_QUEUE_ATTRIBUTES,
      });
    }
    const { url } = await listen(server, { ...options, name: "Local SQS" });
    endpoint.url = url;
    return { url, deadLetterQueueUrl: `${url}/000000000000/${DEAD_LETTER_QUEUE}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
