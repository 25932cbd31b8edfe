type State = "Open" | "UploadComplete" | "InProgress" | "JobComplete" | "Failed" | "Aborted";

interface Row {
  readonly cells: readonly string[];
  readonly error: string | null;
}

interface Job {
  state: State;
  upload: string | undefined;
  header: readonly string[];
  rows: Row[];
  unprocessed: (readonly string[])[];
  errorMessage: string;
}

type Create = (record: Record<string, unknown>) => object;

/** Bulk API 2.0 ingest of `Stripe_Event__e`, with Salesforce's refusals: data twice, closing twice, results of a job that runs. */
export class FakeBulkApi {
  readonly path = "/services/data/v66.0/jobs/ingest";
  readonly jobs = new Map<string, Job>();
  readonly requests: string[] = [];
  /** Reads of a closed job that still find it running. */
  slowness = 0;
  /** Called before each request; what it returns is answered instead. */
  instead: ((request: string) => Response | undefined) | undefined;
  /** Called after each request was carried out; true loses the answer. */
  loses: ((request: string) => boolean) | undefined;
  /** Set to make the next closed job fail after this many rows. */
  failsAfter: number | undefined;
  readonly #create: Create;

  constructor(create: Create) {
    this.#create = create;
  }

  async answer(request: Request, pathname: string): Promise<Response> {
    const [id = "", resource = ""] = pathname.slice(this.path.length + 1).split("/");
    const body = await request.text();
    const name = nameOf(request.method, id, resource, body);
    this.requests.push(name);
    const instead = this.instead?.(name);
    if (instead !== undefined) return instead;
    const answer = this.#carryOut(name, id, request, body);
    if (this.loses?.(name) === true) throw new TypeError("Network connection lost.");
    return answer;
  }

  #carryOut(name: string, id: string, request: Request, body: string): Response {
    if (name === "create") return this.#open(body);
    const job = this.jobs.get(id);
    if (job === undefined) return refuse(404, "NOT_FOUND");
    switch (name) {
      case "upload":
        if (job.state !== "Open" || job.upload !== undefined) return refuse(400, "INVALIDJOBSTATE");
        if (!(request.headers.get("content-type") ?? "").startsWith("text/csv")) {
          return refuse(400, "INVALIDCONTENTTYPE");
        }
        job.upload = body;
        return new Response(null, { status: 201 });
      case "UploadComplete":
        if (job.state !== "Open") return refuse(400, "INVALIDJOBSTATE");
        job.state = "UploadComplete";
        return Response.json(infoOf(id, job));
      case "Aborted":
        if (job.state === "JobComplete" || job.state === "Failed") {
          return refuse(400, "INVALIDJOBSTATE");
        }
        job.state = "Aborted";
        return Response.json(infoOf(id, job));
      case "read":
        this.#work(job);
        return Response.json(infoOf(id, job));
      case "successfulResults":
        return csv(
          ["sf__Id", "sf__Created", ...job.header],
          job.rows
            .filter(({ error }) => error === null)
            .map(({ cells }) => ["e00000000000001AAA", "true", ...cells]),
        );
      case "failedResults":
        return csv(
          ["sf__Id", "sf__Error", ...job.header],
          job.rows.flatMap(({ error, cells }) => (error === null ? [] : [["", error, ...cells]])),
        );
      case "unprocessedrecords":
        return csv(job.header, job.unprocessed);
      default:
        return refuse(405, "METHOD_NOT_ALLOWED");
    }
  }

  #open(body: string): Response {
    const job = {
      object: "Stripe_Event__e",
      operation: "insert",
      contentType: "CSV",
      lineEnding: "LF",
      columnDelimiter: "COMMA",
    };
    if (body !== JSON.stringify(job)) return refuse(400, "INVALIDJOB");
    const id = `750${String(this.jobs.size + 1).padStart(12, "0")}AAA`;
    const made: Job = {
      state: "Open",
      upload: undefined,
      header: [],
      rows: [],
      unprocessed: [],
      errorMessage: "",
    };
    this.jobs.set(id, made);
    return Response.json(infoOf(id, made));
  }

  #work(job: Job): void {
    if (job.state !== "UploadComplete" && job.state !== "InProgress") return;
    job.state = "InProgress";
    if (this.slowness > 0) {
      this.slowness -= 1;
      return;
    }
    const [header = [], ...lines] = cellsOf(job.upload ?? "");
    job.header = header;
    const reached = lines.slice(0, this.failsAfter ?? lines.length);
    job.unprocessed = lines.slice(reached.length);
    job.rows = reached.map((cells) => ({ cells, error: this.#insert(header, cells) }));
    job.state = this.failsAfter === undefined ? "JobComplete" : "Failed";
    if (this.failsAfter !== undefined) job.errorMessage = "InternalServerError : Batch failed";
    this.failsAfter = undefined;
  }

  #insert(header: readonly string[], cells: readonly string[]): string | null {
    const record: Record<string, unknown> = { attributes: { type: "Stripe_Event__e" } };
    for (const [index, name] of header.entries()) {
      const cell = cells[index] ?? "";
      if (cell !== "") record[name] = name === "Livemode__c" ? cell === "true" : cell;
    }
    // What FakeSalesforce answers for a row of collections.
    const result = this.#create(record) as {
      success: boolean;
      errors: { statusCode: string; message: string }[];
    };
    const [error] = result.errors;
    return result.success
      ? null
      : `${error?.statusCode ?? ""}:${error?.message ?? ""}:Payload__c --`;
  }
}

function nameOf(method: string, id: string, resource: string, body: string): string {
  if (method === "POST" && id === "") return "create";
  if (method === "PUT" && resource === "batches") return "upload";
  if (method === "PATCH") {
    if (body === '{"state":"UploadComplete"}') return "UploadComplete";
    if (body === '{"state":"Aborted"}') return "Aborted";
  }
  if (method === "GET") return resource === "" ? "read" : resource;
  return `${method} ${resource}`;
}

function infoOf(id: string, job: Job): object {
  return {
    id,
    state: job.state,
    object: "Stripe_Event__e",
    numberRecordsProcessed: job.rows.length,
    numberRecordsFailed: job.rows.filter(({ error }) => error !== null).length,
    ...(job.errorMessage === "" ? {} : { errorMessage: job.errorMessage }),
  };
}

/** The Worker quotes every cell, so a split at the quotes is enough. */
function cellsOf(text: string): string[][] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) =>
      line
        .slice(1, -1)
        .split('","')
        .map((cell) => cell.replaceAll('""', '"')),
    );
}

function csv(header: readonly string[], lines: readonly (readonly string[])[]): Response {
  const text = [header, ...lines].map(
    (line) => `${line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`,
  );
  return new Response(text.join(""), { headers: { "content-type": "text/csv" } });
}

function refuse(status: number, errorCode: string): Response {
  return Response.json([{ errorCode, message: "refused by the fake" }], { status });
}
