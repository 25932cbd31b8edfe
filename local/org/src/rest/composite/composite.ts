/** `/composite`: up to 25 requests in one, each may use what earlier ones answered. Source: REST API Developer Guide, "Composite". */
import type { RestContext } from "../context.ts";
import { json, type RestResponse } from "../http.ts";
import { isJsonObject } from "../json-to-record.ts";
import { bodyObject } from "../request-body.ts";
import { RestError } from "../rest-error.ts";
import { partBody, partRequest, printable, textOf } from "./part.ts";
import { resolveReferences, resolveText } from "./references.ts";

const MOST_PARTS = 25;

export interface PartAnswer {
  /** Parsed, with exact numbers. */
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

export function composite(context: RestContext): RestResponse {
  const body = bodyObject(context.request);
  const parts = partsOf(body["compositeRequest"], MOST_PARTS);
  const answers =
    body["allOrNone"] === true ? allOrNothing(context, parts) : oneByOne(context, parts, false);
  return json(200, { compositeResponse: answers.map(shown) });
}

export function shown(answer: PartAnswer): unknown {
  return { ...answer, body: printable(answer.body) };
}

/** @throws RestError for what is no list of parts with reference ids of their own */
export function partsOf(given: unknown, most: number): readonly Record<string, unknown>[] {
  if (!Array.isArray(given))
    throw new RestError(
      400,
      "REQUIRED_FIELD_MISSING",
      "Required fields are missing: [compositeRequest]",
    );
  if (given.length > most)
    throw new RestError(
      400,
      "LIMIT_EXCEEDED",
      `The maximum number of requests in a composite request is ${most}. This request has ${given.length}`,
    );
  const parts = given.filter(isJsonObject);
  const names = parts.map((part) => textOf(part, "referenceId"));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined)
    throw new RestError(400, "INVALID_INPUT", `Duplicate referenceId: ${repeated}`);
  return parts;
}

/** A part that fails undoes all of them; the others then say PROCESSING_HALTED. */
export function allOrNothing(
  { org, user, ...rest }: RestContext,
  parts: readonly Record<string, unknown>[],
): readonly PartAnswer[] {
  return org.transact(user, "REST", () => {
    const before = org.host.data.savepoint();
    const answers = oneByOne({ org, user, ...rest }, parts, true);
    if (answers.every(isSuccess)) return answers;
    org.host.data.rollback(before);
    return answers.map((answer) => (isSuccess(answer) ? halted(answer.referenceId) : answer));
  });
}

function oneByOne(
  context: RestContext,
  parts: readonly Record<string, unknown>[],
  stopsAtFailure: boolean,
): readonly PartAnswer[] {
  const bodies = new Map<string, unknown>();
  const answers: PartAnswer[] = [];
  for (const part of parts) {
    const isStopped = stopsAtFailure && !answers.every(isSuccess);
    const answer = isStopped
      ? halted(textOf(part, "referenceId"))
      : answerOf(context, part, bodies);
    answers.push(answer);
    if (isSuccess(answer)) bodies.set(answer.referenceId, answer.body);
  }
  return answers;
}

function answerOf(
  context: RestContext,
  part: Record<string, unknown>,
  bodies: ReadonlyMap<string, unknown>,
): PartAnswer {
  const referenceId = textOf(part, "referenceId");
  let response: RestResponse;
  try {
    const request = partRequest(context.request, {
      method: textOf(part, "method"),
      url: resolveText(textOf(part, "url"), bodies),
      body: resolveReferences(part["body"], bodies),
      headers: headersOf(part["httpHeaders"]),
    });
    response = context.answerPart(request);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    response = error.toResponse();
  }
  const location = response.headers["location"];
  return {
    body: partBody(response),
    httpHeaders: location === undefined ? {} : { Location: location },
    httpStatusCode: response.status,
    referenceId,
  };
}

function headersOf(given: unknown): Record<string, string> {
  if (!isJsonObject(given)) return {};
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === "string" ? [[name.toLowerCase(), value]] : [],
    ),
  );
}

function isSuccess({ httpStatusCode }: PartAnswer): boolean {
  return httpStatusCode < 400;
}

function halted(referenceId: string): PartAnswer {
  return {
    body: [
      {
        errorCode: "PROCESSING_HALTED",
        message:
          "The transaction was rolled back since another operation in the same transaction failed.",
      },
    ],
    httpHeaders: {},
    httpStatusCode: 400,
    referenceId,
  };
}
