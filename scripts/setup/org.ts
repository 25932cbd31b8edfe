import { z } from "zod";
import { jsonText } from "../deploy/json-text.ts";
import { complaintOf, type CommandOptions, type RunCommand } from "../deploy/run-command.ts";

const answer = z.object({ result: z.unknown() });
const records = z.object({ records: z.array(z.record(z.string(), z.unknown())) });
const refusal = z.object({ message: z.string() });
const restRefusal = z.array(z.object({ message: z.string() })).min(1);

/** Thrown when the org or sf refuses; the message is for a person. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

/** One org, spoken to through the sf command line. In a dry run nothing is run: commands are shown and questions have no answer. */
export class Org {
  readonly alias: string;
  readonly dryRun: boolean;
  readonly #run: RunCommand;
  readonly #print: (line: string) => void;

  constructor(alias: string, run: RunCommand, print: (line: string) => void, dryRun: boolean) {
    this.alias = alias;
    this.dryRun = dryRun;
    this.#run = run;
    this.#print = print;
  }

  /** Whether sf knows the org and can sign in to it. */
  async isThere(): Promise<boolean> {
    const asked = await this.#sf(["org", "display", "--target-org", this.alias, "--json"]);
    return asked?.exitCode === 0;
  }

  /** @throws SetupError that says how to sign in */
  async requireThere(): Promise<void> {
    if ((await this.isThere()) || this.dryRun) return;
    throw new SetupError(
      `sf is not logged in to ${this.alias}: npx sf org login web --alias ${this.alias}`,
    );
  }

  /** The rows of a query, at most as many as one answer holds; none in a dry run. */
  async query(soql: string): Promise<Record<string, unknown>[]> {
    const result = await this.#json(["data", "query", "--query", soql]);
    return result === undefined ? [] : records.parse(result).records;
  }

  /** The rows of a query about metadata, which the Tooling API answers. */
  async toolingQuery(soql: string): Promise<Record<string, unknown>[]> {
    const result = await this.#json(["data", "query", "--use-tooling-api", "--query", soql]);
    return result === undefined ? [] : records.parse(result).records;
  }

  /** The Id of the first row, null without one; in a dry run a name in angle brackets stands for it. */
  async idOf(soql: string, what: string): Promise<string | null> {
    const [row] = await this.query(soql);
    if (this.dryRun) return `<${what}>`;
    const id = row?.["Id"];
    return typeof id === "string" ? id : null;
  }

  /** @returns the new record's id */
  async create(sobject: string, values: Readonly<Record<string, string>>): Promise<string> {
    const text = Object.entries(values)
      .map(([field, value]) => `${field}='${value}'`)
      .join(" ");
    const result = await this.#json([
      "data",
      "create",
      "record",
      "--sobject",
      sobject,
      "--values",
      text,
    ]);
    return result === undefined
      ? `<the new ${sobject}>`
      : z.object({ id: z.string() }).parse(result).id;
  }

  /** What a command of sf answers; undefined in a dry run. */
  async display(args: readonly string[]): Promise<unknown> {
    return this.#json(args);
  }

  /** What lists of a metadata type call their members. */
  async metadataNames(type: string): Promise<string[]> {
    const result = await this.#json(["org", "list", "metadata", "--metadata-type", type]);
    const listed = z.array(z.object({ fullName: z.string() })).safeParse(result);
    return listed.data?.map(({ fullName }) => fullName) ?? [];
  }

  /** Runs a command of sf against the org and shows what it writes. */
  async command(args: readonly string[], options: CommandOptions = {}): Promise<void> {
    const done = await this.#sf([...args, "--target-org", this.alias], { shown: true, ...options });
    if (done !== null && done.exitCode !== 0)
      throw new SetupError(`sf ${args.slice(0, 3).join(" ")}: ${complaintOf(done)}`);
  }

  /** Runs a command of sf that has no target org. */
  async commandWithoutOrg(args: readonly string[]): Promise<void> {
    const done = await this.#sf(args, { shown: true });
    if (done !== null && done.exitCode !== 0)
      throw new SetupError(`sf ${args.slice(0, 3).join(" ")}: ${complaintOf(done)}`);
  }

  /**
   * A REST call. The body goes through standard input, for it may carry a secret.
   * @returns the answer, undefined in a dry run and when it is empty
   * @throws SetupError with what the org says
   */
  async rest(method: "GET" | "POST" | "PUT", url: string, body?: unknown): Promise<unknown> {
    const done = await this.#sf(
      [
        ...["api", "request", "rest", url, "--method", method, "--target-org", this.alias],
        ...(body === undefined
          ? []
          : ["--header", "Content-Type: application/json", "--body", "-"]),
      ],
      body === undefined ? {} : { input: JSON.stringify(body) },
    );
    if (done === null) return undefined;
    const said = jsonText(done.stdout);
    const refused = restRefusal.safeParse(said);
    if (refused.success)
      throw new SetupError(`${method} ${url}: ${refused.data[0]?.message ?? ""}`);
    if (done.exitCode !== 0) throw new SetupError(`${method} ${url}: ${complaintOf(done)}`);
    return said;
  }

  async #json(args: readonly string[]): Promise<unknown> {
    const done = await this.#sf([...args, "--target-org", this.alias, "--json"]);
    if (done === null) return undefined;
    const said = jsonText(done.stdout);
    if (done.exitCode !== 0) {
      const why = refusal.safeParse(said).data?.message ?? complaintOf(done);
      throw new SetupError(`sf ${args.slice(0, 2).join(" ")}: ${why}`);
    }
    return answer.parse(said).result;
  }

  /** Null in a dry run. */
  async #sf(args: readonly string[], options: CommandOptions = {}) {
    if (this.dryRun) {
      const words = args.map((word) => (/^[\w@%+=:,./<>-]+$/.test(word) ? word : `"${word}"`));
      this.#print(`   $ sf ${words.join(" ")}`);
      return null;
    }
    return this.#run("sf", args, options);
  }
}
