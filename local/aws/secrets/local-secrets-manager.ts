import { join } from "node:path";
import { close, listen } from "../../http/listening.ts";
import type { SignedHandler } from "../signed-server.ts";
import { createSignedServer, sendJson } from "../signed-server.ts";
import type { LocalAwsService, LocalAwsServiceOptions } from "../service-options.ts";
import { OPERATIONS } from "./operations.ts";
import type { Result } from "./secret.ts";
import { fail } from "./secret.ts";
import type { SecretStore } from "./secret-store.ts";
import { openSecretStore } from "./secret-store.ts";

/**
 * Secrets Manager on this machine: the operations that read, write and rotate a secret, over its JSON 1.1 protocol.
 * Secrets are kept in `secrets.json` in the data folder, in the clear, readable by their owner only.
 * @throws Error naming the port when it is taken.
 */
export async function startLocalSecretsManager(
  options: LocalAwsServiceOptions,
): Promise<LocalAwsService> {
  const store = openSecretStore(join(options.dataFolder, "secrets.json"));
  const access = { ...options, service: "secretsmanager" } as const;
  const server = createSignedServer(access, answerFrom(store, options.region));
  const { url } = await listen(server, { ...options, name: "Local Secrets Manager" });
  return { url, stop: () => close(server) };
}

function answerFrom(store: SecretStore, region: string): SignedHandler {
  return async (request, response) => {
    response.setHeader("content-type", "application/x-amz-json-1.1");
    const target = request.headers.find(([name]) => name.toLowerCase() === "x-amz-target")?.[1];
    const result = run(store, region, target ?? "", Buffer.from(request.body).toString("utf8"));
    if (result.ok) {
      sendJson(response, 200, result.value);
      return;
    }
    const { type, message } = result.error;
    sendJson(response, 400, { __type: type, Message: message, message });
  };
}

function run(store: SecretStore, region: string, target: string, body: string): Result<object> {
  const [service, name = ""] = target.split(".");
  const operation = OPERATIONS.get(name);
  if (service !== "secretsmanager" || operation === undefined) {
    return fail(
      "UnknownOperationException",
      `Local Secrets Manager has no operation '${target}'; it has ${[...OPERATIONS.keys()].join(", ")}.`,
    );
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return fail("ValidationException", "The request body is not JSON.");
  }
  return operation({ store, region, now: Date.now() }, parsed);
}
