/** The request and the response of an Apex REST call, as RestContext shows them to the code it runs. */
import { transaction } from "../runtime/transaction.ts";
import type { PlainValue } from "./plain-type.ts";

export interface RestExchange {
  /** A System.RestRequest. */
  request: PlainValue | null;
  /** A System.RestResponse. */
  response: PlainValue | null;
}

const EXCHANGE = Symbol("REST exchange");

export function restExchange(): RestExchange {
  return transaction().attachment<RestExchange>(EXCHANGE, () => ({
    request: null,
    response: null,
  }));
}
