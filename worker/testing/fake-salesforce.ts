import { FakeBulkApi } from "./fake-bulk-api.ts";

export type PublishedEvent = Readonly<Record<string, unknown>>;

type FieldKind = "text" | "datetime" | "checkbox" | "long";

const FIELDS: Readonly<Partial<Record<string, FieldKind>>> = {
  Event_Id__c: "text",
  Type__c: "text",
  Object_Id__c: "text",
  Created_At__c: "datetime",
  Received_At__c: "datetime",
  Api_Version__c: "text",
  Account__c: "text",
  Livemode__c: "checkbox",
  Lane__c: "text",
  Correlation_Id__c: "text",
  Payload__c: "long",
};

/** The org as far as the relay uses it: the token endpoint and sObject Collections, with Salesforce's own refusals. */
export class FakeSalesforce {
  client = { id: "relay-client", secret: "relay-secret" };
  readonly published: PublishedEvent[] = [];
  tokenRequests = 0;
  collectionCalls = 0;
  #validToken: string | undefined;
  /** Answers, in order, that the next collection calls get instead of being carried out. */
  readonly nextAnswers: (() => Response | Promise<Response>)[] = [];
  /** Event id → status codes its next publishes are refused with. */
  readonly rowRefusals = new Map<string, string[]>();
  /** Ids of events that break every call they are part of. */
  readonly breaking = new Set<string>();
  loginDown = false;
  /** Set to make every call answer 503. */
  down = false;
  readonly bulk = new FakeBulkApi((record) => this.#create(record));
  /** `Sforce-Limit-Info` of every answer. */
  limitInfo = "api-usage=18/15000";

  expireToken(): void {
    this.#validToken = undefined;
  }

  publishedIds(): unknown[] {
    return this.published.map((event) => event["Event_Id__c"]);
  }

  async answer(request: Request): Promise<Response | undefined> {
    const { hostname, pathname } = new URL(request.url);
    if (hostname === "login.salesforce.test" && pathname === "/services/oauth2/token") {
      return this.#token(await request.formData());
    }
    if (hostname === "org.salesforce.test") return this.#api(request, pathname);
    return undefined;
  }

  #token(form: FormData): Response {
    this.tokenRequests += 1;
    if (this.loginDown) return new Response("Service Unavailable", { status: 503 });
    if (form.get("grant_type") !== "client_credentials") {
      return Response.json({ error: "unsupported_grant_type" }, { status: 400 });
    }
    if (form.get("client_id") !== this.client.id) {
      return Response.json({ error: "invalid_client_id" }, { status: 400 });
    }
    if (form.get("client_secret") !== this.client.secret) {
      return Response.json({ error: "invalid_client" }, { status: 400 });
    }
    this.#validToken = `00Dfake!${crypto.randomUUID()}`;
    return Response.json({
      access_token: this.#validToken,
      instance_url: "https://org.salesforce.test",
      token_type: "Bearer",
      issued_at: String(Date.now()),
      scope: "api",
    });
  }

  async #api(request: Request, pathname: string): Promise<Response> {
    if (
      this.#validToken === undefined ||
      request.headers.get("authorization") !== `Bearer ${this.#validToken}`
    ) {
      return apiError(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
    if (pathname.startsWith(this.bulk.path)) return this.bulk.answer(request, pathname);
    if (pathname !== "/services/data/v66.0/composite/sobjects" || request.method !== "POST") {
      return apiError(404, "NOT_FOUND", "The requested resource does not exist");
    }
    this.collectionCalls += 1;
    if (this.down) return new Response("Service Unavailable", { status: 503 });
    const instead = this.nextAnswers.shift();
    if (instead !== undefined) return instead();
    // The relay is the only caller; every field it writes is checked below.
    const body = await request.json<{
      allOrNone: boolean;
      records: Record<string, unknown>[];
    }>();
    if (body.allOrNone || body.records.length > 200 || body.records.length === 0) {
      return apiError(400, "INVALID_INPUT", "between 1 and 200 records, each on its own");
    }
    if (body.records.some((record) => this.breaking.has(String(record["Event_Id__c"])))) {
      return apiError(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred");
    }
    return Response.json(
      body.records.map((record) => this.#create(record)),
      { headers: { "sforce-limit-info": this.limitInfo } },
    );
  }

  #create({ attributes, ...record }: Record<string, unknown>): object {
    if (JSON.stringify(attributes) !== '{"type":"Stripe_Event__e"}') {
      return rowError("INVALID_TYPE", "sObject type is not supported");
    }
    for (const [name, value] of Object.entries(record)) {
      const refusal = fieldRefusal(name, value);
      if (refusal !== undefined) return rowError(refusal, `${name} cannot take this value`);
    }
    const refusal = this.rowRefusals.get(String(record["Event_Id__c"]))?.shift();
    if (refusal !== undefined) return rowError(refusal, "refused by the test");
    this.published.push(record);
    return {
      // Salesforce gives every event of a call the same id: it identifies nothing.
      id: "e01xx0000000001AAA",
      success: true,
      errors: [{ statusCode: "OPERATION_ENQUEUED", message: crypto.randomUUID(), fields: [] }],
    };
  }
}

function fieldRefusal(name: string, value: unknown): string | undefined {
  const kind = FIELDS[name];
  if (kind === undefined) return "INVALID_FIELD";
  switch (kind) {
    case "text":
      if (value === null) return undefined;
      if (typeof value !== "string") return "INVALID_TYPE_ON_FIELD_IN_RECORD";
      return value.length > 255 ? "STRING_TOO_LONG" : undefined;
    case "long":
      if (typeof value !== "string") return "INVALID_TYPE_ON_FIELD_IN_RECORD";
      return value.length > 131_072 ? "STRING_TOO_LONG" : undefined;
    case "datetime":
      return typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
        ? undefined
        : "INVALID_TYPE_ON_FIELD_IN_RECORD";
    case "checkbox":
      return typeof value === "boolean" ? undefined : "INVALID_TYPE_ON_FIELD_IN_RECORD";
  }
}

function rowError(statusCode: string, message: string): object {
  return { success: false, errors: [{ statusCode, message, fields: [] }] };
}

export function apiError(status: number, errorCode: string, message: string): Response {
  return Response.json([{ errorCode, message }], { status });
}
