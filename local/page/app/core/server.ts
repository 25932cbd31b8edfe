/** Requests to the page's own server, which passes what is Salesforce's on to the org. */

/** Salesforce, or the way to it, said no. `body` is as the platform's data service hands it to components. */
export class RefusedRequest extends Error {
  readonly status: number;
  readonly body: { readonly message: string };

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
    this.body = { message };
  }
}

const AWAY = "Salesforce does not answer at the moment.";

/** @throws RefusedRequest */
export async function ask<Answer>(path: string, request: RequestInit = {}): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, request);
    text = await response.text();
  } catch {
    throw new RefusedRequest(0, AWAY);
  }
  const body = parsed(text);
  if (!response.ok) throw new RefusedRequest(response.status, messageOf(body) ?? AWAY);
  return body as Answer;
}

export function send<Answer>(method: string, path: string, body: unknown): Promise<Answer> {
  return ask<Answer>(path, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

function parsed(text: string): unknown {
  try {
    return text === "" ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

/** Of the shapes Salesforce refuses in: `{message}`, and a list of them. */
function messageOf(body: unknown): string | null {
  const [first]: readonly unknown[] = Array.isArray(body) ? (body as unknown[]) : [body];
  if (typeof first !== "object" || first === null) return null;
  const message: unknown = Reflect.get(first, "message");
  return typeof message === "string" ? message : null;
}
