/** The public clients of the two APIs, pointed at this machine. */
import { Connection } from "jsforce";
import Stripe from "stripe";

export function stripeClient(url: string, key: string): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(key, { host: hostname, port, protocol: "http", telemetry: false });
}

/** Signed in as the client's user. */
export async function orgConnection(
  url: string,
  client: { readonly clientId: string; readonly clientSecret: string },
): Promise<Connection> {
  const connection = new Connection({
    loginUrl: url,
    instanceUrl: url,
    oauth2: { ...client, loginUrl: url },
    version: "66.0",
  });
  await connection.authorize({ grant_type: "client_credentials" });
  return connection;
}
