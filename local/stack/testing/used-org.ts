/** An org over records on disk, used by anonymous Apex, whose callouts a Stripe of a few lines answers. */
import { CACHE_FOLDER } from "../../org/src/cache-folder.ts";
import { compileProject } from "../../org/src/compile/compile-project.ts";
import { apexOf, debugTap } from "../../org/src/org/apex-of-org.ts";
import { openOrg } from "../../org/src/org/open-org.ts";

export interface UsedOrg {
  /** Runs a block as the administrator, then what it left behind. @returns what it printed */
  run(...lines: readonly string[]): readonly string[];
  close(): void;
}

export interface FewLinesOfStripe {
  /** Method and path of each request. */
  readonly asked: string[];
  send(request: {
    readonly method: string;
    readonly endpoint: string;
    readonly body: Uint8Array | null;
  }): StripeAnswer;
}

interface StripeAnswer {
  readonly statusCode: number;
  readonly status: string;
  readonly headers: [];
  readonly body: Uint8Array;
}

/** Knows nobody, and gives whoever is created an id. */
export function fewLinesOfStripe(): FewLinesOfStripe {
  const asked: string[] = [];
  return {
    asked,
    send({ method, endpoint, body }) {
      const form = new URLSearchParams(body === null ? "" : new TextDecoder().decode(body));
      const url = endpoint.replace("callout:Stripe_API", "");
      asked.push(`${method} ${url.replace(/\?.*/, "")}`);
      const customer = {
        id: /cus_\w+/.exec(url)?.[0] ?? `cus_${asked.length}`,
        object: "customer",
        livemode: false,
        email: form.get("email") ?? "ada@acme.example",
        metadata: {},
      };
      const answer = method === "GET" ? { object: "list", data: [] } : customer;
      return {
        statusCode: 200,
        status: "OK",
        headers: [],
        body: new TextEncoder().encode(JSON.stringify(answer)),
      };
    },
  };
}

/**
 * @param project a folder with the source the org has
 * @throws Error where that does not compile
 */
export function useOrg(project: string, dataFolder: string, stripe: FewLinesOfStripe): UsedOrg {
  const compiled = compileProject({
    paths: [project],
    cacheFolder: CACHE_FOLDER,
  });
  const errors = compiled.diagnostics.filter(({ kind }) => kind === "error");
  if (errors.length > 0)
    throw new Error(errors.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  const tap = debugTap(Date.now);
  const { org, engine } = openOrg(compiled, {
    dataFolder,
    callouts: { send: (request) => stripe.send(request) },
    log: () => undefined,
    debug: tap.receive,
  });
  const apex = apexOf(compiled, { org, engine }, tap);
  org.settle();
  return {
    run: (...lines) => {
      const outcome = apex.runAnonymous(lines.join("\n"), org.administrator);
      if (outcome.kind !== "success") throw new Error(JSON.stringify(outcome));
      org.settle();
      return outcome.debug.map((line) => line.slice(line.indexOf("|DEBUG|") + 7));
    },
    close: () => org.close(),
  };
}
