import type { DatabaseSync } from "node:sqlite";
import { StripeApiError, docUrl } from "./stripe-error.ts";

/** A request that has an idempotency key. */
export interface KeyedRequest {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  /** Its parameters, in one spelling. */
  readonly parameters: string;
}

export interface SavedAnswer {
  readonly status: number;
  readonly body: string;
  /** Of the request that was carried out. */
  readonly requestId: string;
}

export interface IdempotencyKeys {
  /**
   * Takes a key for a request.
   * @returns the answer to replay, or undefined: then the request is to be carried out, and `save` or `release` called
   * @throws StripeApiError 400 idempotency_error for a key used for something else, 409 while its request is under way
   */
  claim(request: KeyedRequest, now: number): SavedAnswer | undefined;
  /** Keeps the answer; belongs inside the request's transaction. */
  save(request: KeyedRequest, answer: SavedAnswer, now: number): void;
  /** The request is no longer under way. */
  release(key: string): void;
}

const LONGEST_KEY = 255;

/** Seconds: Stripe keeps keys for at least 24 hours. */
const KEPT_FOR = 24 * 60 * 60;

/** @see https://docs.stripe.com/api/idempotent_requests */
export function openIdempotencyKeys(database: DatabaseSync): IdempotencyKeys {
  const underWay = new Set<string>();
  const select = database.prepare("SELECT * FROM idempotency_keys WHERE key = ? AND created > ?");
  const forget = database.prepare("DELETE FROM idempotency_keys WHERE created <= ?");
  const insert = database.prepare(
    `INSERT INTO idempotency_keys (key, method, path, parameters, status, body, request_id, created)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    claim: (request, now) => {
      const { key, method, path, parameters } = request;
      if (key.length > LONGEST_KEY)
        throw refused(`Idempotency keys can be at most ${LONGEST_KEY} characters.`);
      if (underWay.has(key)) throw inUse(key);
      const row = select.get(key, now - KEPT_FOR);
      if (row === undefined) {
        underWay.add(key);
        return undefined;
      }
      if (row["method"] !== method || row["path"] !== path) {
        throw refused(
          "Keys for idempotent requests can only be used for the same endpoint they were first used for " +
            `('${String(row["path"])}' vs '${path}'). Try using a key other than '${key}' if you meant to execute a different request.`,
        );
      }
      if (row["parameters"] !== parameters) {
        throw refused(
          "Keys for idempotent requests can only be used with the same parameters they were first used with. " +
            `Try using a key other than '${key}' if you meant to execute a different request.`,
        );
      }
      return {
        status: Number(row["status"]),
        body: String(row["body"]),
        requestId: String(row["request_id"]),
      };
    },
    save: ({ key, method, path, parameters }, { status, body, requestId }, now) => {
      forget.run(now - KEPT_FOR);
      insert.run(key, method, path, parameters, status, body, requestId, now);
    },
    release: (key) => {
      underWay.delete(key);
    },
  };
}

function refused(message: string): StripeApiError {
  return new StripeApiError(400, { message, type: "idempotency_error" });
}

function inUse(key: string): StripeApiError {
  return new StripeApiError(409, {
    code: "idempotency_key_in_use",
    doc_url: docUrl("idempotency_key_in_use"),
    message:
      `There is currently another in-progress request using this Idempotency Key (that probably means you submitted twice, and ` +
      `the other request is still going through): ${key}. Please try again later.`,
    type: "idempotency_error",
  });
}
