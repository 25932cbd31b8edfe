/** The Worker, but each request logs more than a pipe holds. */
/* global Response, console */
import relay from "../../../worker/index.ts";

export * from "../../../worker/index.ts";

const LINE = "x".repeat(10_000);

export default {
  ...relay,
  fetch() {
    for (let line = 0; line < 300; line += 1) console.log(LINE);
    return new Response("said");
  },
};
