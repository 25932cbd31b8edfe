import type { z } from "zod";
import type { Form } from "./form.ts";
import type { ParameterComplaint } from "./parameters.ts";
import type { StripeApiError } from "./stripe-error.ts";
import { invalidRequest } from "./stripe-error.ts";

/** @throws StripeApiError 400 naming the first parameter that is wrong, worded as Stripe words it */
export function parseParameters<Schema extends z.ZodType>(
  schema: Schema,
  form: Form,
): z.output<Schema> {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(mostSpecific);
  // A parameter that does not exist is told before values that are wrong.
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  throw issue === undefined ? invalidRequest("Invalid request.") : complaintOf(issue, form);
}

type Issue = z.core.$ZodIssue;

/** Of a union's branches the one that got furthest tells most. */
function mostSpecific(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const inner = issue.errors
    .flat()
    .map(mostSpecific)
    .map((each) => ({ ...each, path: [...issue.path, ...each.path] }))
    .sort((a, b) => weight(b) - weight(a));
  return inner[0] ?? issue;
}

function weight(issue: Issue): number {
  const told = issue.code === "custom" ? 2 : issue.code === "unrecognized_keys" ? 1 : 0;
  return issue.path.length * 10 + told;
}

function complaintOf(issue: Issue, form: Form): StripeApiError {
  const name = nameOf(issue.path);
  switch (issue.code) {
    case "unrecognized_keys": {
      const unknown = issue.keys.map((key) => nameOf([...issue.path, key]));
      const [first] = unknown;
      return invalidRequest(
        `Received unknown parameter${unknown.length > 1 ? "s" : ""}: ${unknown.join(", ")}`,
        first,
        "parameter_unknown",
      );
    }
    case "custom": {
      // `complain` is the only source of custom issues.
      const complaint = issue.params?.["complaint"] as ParameterComplaint | undefined;
      return invalidRequest(complaint?.message(name) ?? issue.message, name, complaint?.code);
    }
    case "invalid_type":
      if (valueAt(form, issue.path) === undefined) {
        return invalidRequest(`Missing required param: ${name}.`, name, "parameter_missing");
      }
      return invalidRequest(
        issue.expected === "string" ? "Invalid string: {...}" : `Invalid ${issue.expected}`,
        name,
      );
    case "too_big":
      return invalidRequest(`Invalid array: ${name} has more than ${issue.maximum} items`, name);
    default:
      return invalidRequest(`Invalid ${name}: ${issue.message}`, name);
  }
}

function valueAt(form: Form, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (held, key) =>
      // A form nests by text keys only.
      typeof held === "object" && held !== null ? (held as Form)[String(key)] : undefined,
    form,
  );
}

function nameOf([first = "", ...rest]: readonly PropertyKey[]): string {
  return String(first) + rest.map((segment) => `[${String(segment)}]`).join("");
}
