import { Hono } from "hono";
import { prettyJson } from "../api/answer.ts";
import type { Faults } from "../faults/faults.ts";
import { fault } from "../faults/faults.ts";
import { readRequest } from "./json-request.ts";

/** Things that are to go wrong: `POST` adds one, `GET` lists those still to be met, `DELETE` clears them. */
export function faultRoutes(faults: Faults): Hono {
  const routes = new Hono();
  routes.post("/", async (context) => {
    faults.add(await readRequest(context, fault));
    return prettyJson(context, { faults: faults.list() });
  });
  routes.get("/", (context) => prettyJson(context, { faults: faults.list() }));
  routes.delete("/", (context) => {
    faults.clear();
    return prettyJson(context, { faults: faults.list() });
  });
  return routes;
}
