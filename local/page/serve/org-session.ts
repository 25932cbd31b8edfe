/** The org as one person sees it. Tokens stay here: the browser knows only who looks. */

/** Who can look at the page. */
export interface Person {
  /** In addresses and the cookie. */
  readonly key: string;
  readonly label: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export class OrgSession {
  readonly person: Person;
  readonly #orgUrl: string;
  #token: Promise<string> | null = null;

  constructor(orgUrl: string, person: Person) {
    this.#orgUrl = orgUrl;
    this.person = person;
  }

  /** A request of the org; once more with a new token where the old one has expired. */
  async request(path: string, request: RequestInit = {}): Promise<Response> {
    const first = await this.#send(path, request);
    if (first.status !== 401) return first;
    this.#token = null;
    return this.#send(path, request);
  }

  /** @throws OrgRefusal */
  async json<Answer>(path: string): Promise<Answer> {
    const response = await this.request(path);
    if (!response.ok) throw new OrgRefusal(response.status, await response.text());
    // The org's own answers, whose shapes are documented.
    return (await response.json()) as Answer;
  }

  async #send(path: string, request: RequestInit): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set("authorization", `Bearer ${await this.#signIn()}`);
    headers.set("x-lightning-page", "local");
    const sent = (): Promise<Response> => fetch(`${this.#orgUrl}${path}`, { ...request, headers });
    if ((request.method ?? "GET") !== "GET") return sent();
    // A kept connection may be closed by the other side in the moment it is used again; what only reads may ask once more (RFC 9110, 9.2.2).
    return sent().catch(sent);
  }

  #signIn(): Promise<string> {
    this.#token ??= this.#newToken().catch((error: unknown) => {
      this.#token = null;
      throw error;
    });
    return this.#token;
  }

  async #newToken(): Promise<string> {
    const { clientId, clientSecret } = this.person;
    const response = await fetch(`${this.#orgUrl}/services/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });
    if (!response.ok) throw new OrgRefusal(response.status, await response.text());
    const { access_token: token } = (await response.json()) as { readonly access_token: string };
    return token;
  }
}

export class OrgRefusal extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`Salesforce answered ${status}: ${sentenceIn(body)}`);
    this.status = status;
    this.body = body;
  }
}

/** Of the org's list of errors the first one's words; anything else as it is. */
function sentenceIn(body: string): string {
  const sentence = /"message":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1];
  return sentence === undefined ? body : (JSON.parse(`"${sentence}"`) as string);
}
