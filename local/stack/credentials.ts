/**
 * The secrets of one local stack: made at random when its data folder is new, kept there (mode 0600) so that a restart still
 * fits what the parts have stored.
 */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const oauthClient = z.object({ clientId: z.string(), clientSecret: z.string() });

const stackCredentials = z.object({
  webhookSecret: z.string(),
  stripeKey: z.string(),
  /** Lets `npm run dlq` take dead letters back. */
  redriveToken: z.string(),
  aws: z.object({ accessKeyId: z.string(), secretAccessKey: z.string(), region: z.string() }),
  /** The relay's client in the org: its user may publish Stripe_Event__e and nothing else. */
  relay: oauthClient,
  /** A client for the person at the keyboard: an administrator of the org who has the group of the role Admin too. */
  admin: oauthClient,
  /** Clients whose users have the permission set group of one role. */
  sales: oauthClient,
  service: oauthClient,
  finance: oauthClient,
  /** A user of the org who has none of the permission sets and groups. */
  colleague: oauthClient,
});

export type StackCredentials = z.infer<typeof stackCredentials>;

export async function stackCredentialsIn(dataFolder: string): Promise<StackCredentials> {
  const file = path.join(dataFolder, "credentials.json");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept !== null) {
    const parsed = stackCredentials.safeParse(parseJson(kept));
    if (parsed.success) return parsed.data;
    throw new Error(
      `${file} is not what this version wrote: delete ${dataFolder} to start with an empty stack.`,
    );
  }
  const made: StackCredentials = {
    webhookSecret: `whsec_${token()}`,
    stripeKey: `sk_test_local_${token()}`,
    redriveToken: token(),
    aws: {
      accessKeyId: `AKIALOCAL${token(6).toUpperCase()}`,
      secretAccessKey: token(20),
      region: "us-east-1",
    },
    relay: { clientId: "stripe-relay", clientSecret: token() },
    admin: { clientId: "local-admin", clientSecret: token() },
    sales: { clientId: "local-sales", clientSecret: token() },
    service: { clientId: "local-service", clientSecret: token() },
    finance: { clientId: "local-finance", clientSecret: token() },
    colleague: { clientId: "local-colleague", clientSecret: token() },
  };
  await mkdir(dataFolder, { recursive: true });
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  await rename(temporary, file);
  return made;
}

function token(bytes = 16): string {
  return randomBytes(bytes).toString("hex");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
