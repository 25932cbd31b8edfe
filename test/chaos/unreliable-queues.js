/** The Worker, but for its queues: now and then a send fails, and now and then one fails whose messages went out all the same. */
import worker, { AdmissionShard as Shard } from "../../worker/index.ts";

export { BulkCollector, RelayMetrics, SalesforceSession } from "../../worker/index.ts";
export default worker;

const FAILS_EACH = 7;
const FAILS_AFTER_SENDING_EACH = 11;

function unreliable(queue) {
  let sends = 0;
  return {
    async sendBatch(messages, options) {
      sends += 1;
      if (sends % FAILS_EACH === 0) throw new Error("The queue did not take the messages.");
      await queue.sendBatch(messages, options);
      if (sends % FAILS_AFTER_SENDING_EACH === 0)
        throw new Error("The queue's answer did not come.");
    },
  };
}

export class AdmissionShard extends Shard {
  constructor(ctx, env) {
    super(ctx, {
      ...env,
      URGENT_EVENTS: unreliable(env.URGENT_EVENTS),
      STANDARD_EVENTS: unreliable(env.STANDARD_EVENTS),
      BULK_EVENTS: unreliable(env.BULK_EVENTS),
    });
  }
}
