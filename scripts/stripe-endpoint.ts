/** `npm run stripe:endpoint -- --url https://…/webhook/stripe`: the webhook endpoint, with the pinned API version and the events the Worker forwards. */
import { parseEndpointCommand, USAGE } from "./stripe-endpoint/command.ts";
import { ensureEndpoint } from "./stripe-endpoint/ensure-endpoint.ts";
import { keepSigningSecret } from "./stripe-endpoint/signing-secret.ts";
import { stripeApi } from "./stripe-endpoint/stripe-api.ts";

const parsed = parseEndpointCommand(process.argv.slice(2), process.env);
switch (parsed.kind) {
  case "help":
    console.log(USAGE);
    break;
  case "refused":
    console.error(`${parsed.message}\n\n${USAGE}`);
    process.exitCode = 2;
    break;
  case "command":
    try {
      const { command } = parsed;
      const report = await ensureEndpoint(stripeApi(command), command);
      for (const line of report.lines) console.log(line);
      if (report.newSecret !== null)
        console.log(await keepSigningSecret(report.newSecret, command));
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
}
