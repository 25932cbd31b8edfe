import { randomBytes } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { OrgRefused, startLocalOrg } from "../serve/local-org.ts";
import { UsageError, type Command } from "./command.ts";
import { PROJECT_OPTIONS, PROJECT_USAGE, projectOptions } from "./project-options.ts";

const DEFAULT_PORT = 8788;

export const serve: Command = {
  name: "serve",
  summary: "serve the org over Salesforce's REST API",
  usage: `org serve [options]

${PROJECT_USAGE}
  --port N        default ${DEFAULT_PORT}
  --data DIR      keep records here (default: in memory)`,
  async run(argv) {
    const { values } = parseArgs({
      args: [...argv],
      options: { ...PROJECT_OPTIONS, port: { type: "string" }, data: { type: "string" } },
    });
    const client = { clientId: "local-admin", clientSecret: randomBytes(16).toString("hex") };
    try {
      const org = await startLocalOrg({
        ...projectOptions(values),
        host: "127.0.0.1",
        port: portOf(values.port),
        ...(values.data === undefined ? {} : { dataFolder: path.resolve(values.data) }),
        clients: [{ ...client, user: { alias: "admin", permissionSets: [] } }],
        log: (line) => console.error(line),
      });
      console.log(
        `The org answers at ${org.url}. Client credentials: ${client.clientId} ${client.clientSecret}`,
      );
      await new Promise<void>((resolve) => {
        process.once("SIGINT", () => resolve());
        process.once("SIGTERM", () => resolve());
      });
      await org.stop();
      return 0;
    } catch (error) {
      if (!(error instanceof OrgRefused)) throw error;
      console.error(error.message);
      return 1;
    }
  },
};

function portOf(given: string | undefined): number {
  const port = Number(given ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port takes a number up to 65535, not "${given ?? ""}".`);
  return port;
}
