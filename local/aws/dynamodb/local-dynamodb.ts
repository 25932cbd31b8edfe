import { mkdirSync } from "node:fs";
import { join } from "node:path";
import dynalite from "dynalite";
import { forwardTo } from "../forwarding.ts";
import { close, listen } from "../../http/listening.ts";
import { createSignedServer } from "../signed-server.ts";
import type { LocalAwsService, LocalAwsServiceOptions } from "../service-options.ts";
import { ensureTable } from "./ensure-table.ts";

export const API_BUDGET_TABLE = "api-budget";

/**
 * DynamoDB on this machine, with the call budget's table in place; items survive a restart.
 * @throws Error naming the port when it is taken.
 */
export async function startLocalDynamoDb(
  options: LocalAwsServiceOptions,
): Promise<LocalAwsService> {
  const path = join(options.dataFolder, "dynamodb");
  mkdirSync(path, { recursive: true });
  const emulator = dynalite({ path, createTableMs: 0 });
  const { port } = await listen(emulator, { name: "DynamoDB", host: "127.0.0.1", port: 0 });
  const forwarding = forwardTo(port);
  const server = createSignedServer({ ...options, service: "dynamodb" }, forwarding.handler);
  const stop = async (): Promise<void> => {
    forwarding.stop();
    await close(server);
    await close(emulator);
  };
  try {
    await ensureTable(port, API_BUDGET_TABLE);
    const { url } = await listen(server, { ...options, name: "Local DynamoDB" });
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
