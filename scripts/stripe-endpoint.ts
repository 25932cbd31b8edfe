/** `npm run stripe:endpoint -- --url https://…/webhook/stripe`: the webhook endpoint, with the pinned API version and the events the Worker forwards. */
import { runCommandLine } from "./command-line.ts";
import { parseEndpointCommand, USAGE } from "./stripe-endpoint/command.ts";
import { ensureEndpoint } from "./stripe-endpoint/ensure-endpoint.ts";
import { keepSigningSecret } from "./stripe-endpoint/signing-secret.ts";
import { stripeApi } from "./stripe-endpoint/stripe-api.ts";
import { wantedTypes } from "./stripe-endpoint/wanted-types.ts";

await runCommandLine(
  parseEndpointCommand(process.argv.slice(2), process.env),
  USAGE,
  async ({ command }) => {
    const report = await ensureEndpoint(
      stripeApi(command),
      command,
      wantedTypes(command.environment),
    );
    for (const line of report.lines) console.log(line);
    if (report.newSecret !== null) console.log(await keepSigningSecret(report.newSecret, command));
    return 0;
  },
);
