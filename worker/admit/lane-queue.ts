import type { Lane } from "../event.ts";
import type { QueueMessage } from "./queue-message.ts";

/** The queue of a lane; each has its own flush rule in `wrangler.toml`. */
export function queueOf(env: Env, lane: Lane): Queue<QueueMessage> {
  switch (lane) {
    case "urgent":
      return env.URGENT_EVENTS;
    case "standard":
      return env.STANDARD_EVENTS;
    case "bulk":
      return env.BULK_EVENTS;
  }
}
