/** `npm run stripe:endpoint -- --url https://…/webhook/stripe`: the webhook endpoint, with the pinned API version and the events the Worker forwards. */
import { runCommandLine } from "./command-line.ts";
import { parseEndpointCommand, USAGE } from "./stripe-endpoint/command.ts";
import { ownerOf } from "./stripe-endpoint/endpoint-list.ts";
import { ensureEndpoint } from "./stripe-endpoint/ensure-endpoint.ts";
import { keepSigningSecret } from "./stripe-endpoint/signing-secret.ts";
import { stripeApi } from "./stripe-endpoint/stripe-api.ts";
import { wantedTypes } from "./stripe-endpoint/wanted-types.ts";

await runCommandLine(
  parseEndpointCommand(process.argv.slice(2), process.env),
  USAGE,
  async ({ command }) => {
    // Before anything is made: Stripe shows a signing secret once, and whose it is has to be known by then.
    const owner = command.isFurther ? await ownerOf(stripeApi(command), command) : null;
    const report = await ensureEndpoint(
      stripeApi(command),
      command,
      wantedTypes(command.environment),
    );
    for (const line of report.lines) console.log(line);
    if (report.newSecret !== null)
      console.log(await keepSigningSecret(report.newSecret, command, owner));
    return 0;
  },
);
