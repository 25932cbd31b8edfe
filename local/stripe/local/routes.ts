import { Hono } from "hono";
import type { Account } from "../account.ts";
import type { Delivering } from "../deliveries/deliver.ts";
import { controlRoutes } from "./control-routes.ts";
import { deliveryRoutes } from "./delivery-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { noWebPages } from "./no-web-pages.ts";
import { triggerRoutes } from "./trigger-routes.ts";

/** What only local Stripe has, under `/_local`: making things happen, making them go wrong, and watching them arrive. */
export function localRoutes(account: Account, delivering: Delivering): Hono {
  const local = new Hono();
  local.use(noWebPages);
  local.route("/", triggerRoutes(account, delivering));
  local.route("/", deliveryRoutes(account, delivering));
  local.route("/faults", faultRoutes(account.faults));
  local.route("/", controlRoutes(account));
  return local;
}
