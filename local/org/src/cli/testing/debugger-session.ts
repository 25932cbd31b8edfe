/** A JavaScript debugger for tests: it knows the DevTools protocol and source maps, and nothing of Apex. */
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";

interface Location {
  readonly scriptId: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

interface Scope {
  readonly type: string;
  readonly object: { readonly objectId: string };
}

interface CallFrame {
  readonly callFrameId: string;
  readonly location: Location;
  readonly scopeChain: readonly Scope[];
}

interface RemoteValue {
  readonly name: string;
  readonly value?: { readonly value?: unknown; readonly description?: string };
}

interface ScriptParsed {
  readonly scriptId: string;
  readonly sourceMapURL: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface Stop extends Place {
  readonly frame: CallFrame;
  /** Where the functions around it stand, inner ones first: those that come from a source. */
  readonly callers: readonly Place[];
}

/** Where code stands, in terms of the sources; null where it comes from none. */
interface Place {
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
}

interface MappedScript {
  readonly scriptId: string;
  readonly source: string;
  readonly map: SourceMap;
  readonly mappings: string;
}

export class DebuggerSession {
  readonly #socket: WebSocket;
  readonly #scripts = new Map<string, MappedScript>();
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #stops: CallFrame[][] = [];
  #waiting: ((frames: readonly CallFrame[]) => void) | null = null;
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) =>
      this.#hear(JSON.parse(String(data)) as Message),
    );
  }

  /** @param url `ws://…`, as Node says it listens at */
  static async connect(url: string): Promise<DebuggerSession> {
    const socket = new WebSocket(url);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener("open", () => resolve());
      socket.addEventListener("error", () => reject(new Error(`No debugger at ${url}`)));
    });
    const session = new DebuggerSession(socket);
    await session.send("Runtime.enable");
    await session.send("Debugger.enable");
    return session;
  }

  /** The sources that the scripts loaded so far name. */
  get sources(): readonly string[] {
    return [...this.#scripts.values()].map(({ source }) => source);
  }

  /** Stops whenever the line of a source, from 1, is about to run. */
  async breakAt(source: string, line: number): Promise<void> {
    // The last: a source that was edited is loaded anew.
    const script = [...this.#scripts.values()].findLast((each) => each.source === source);
    if (script === undefined) throw new Error(`No script comes from ${source}`);
    const place = generatedPlace(script, line);
    await this.send("Debugger.setBreakpoint", {
      location: { scriptId: script.scriptId, ...place },
    });
  }

  /** Lets what waits for a debugger begin. */
  async begin(): Promise<void> {
    await this.send("Runtime.runIfWaitingForDebugger");
  }

  async stop(): Promise<Stop> {
    const frames =
      this.#stops.shift() ??
      (await new Promise<readonly CallFrame[]>((resolve) => (this.#waiting = resolve)));
    const [frame, ...above] = frames;
    if (frame === undefined) throw new Error("It stopped nowhere");
    const callers = above.map(({ location }) => this.#placeOf(location));
    return {
      ...this.#placeOf(frame.location),
      frame,
      callers: callers.filter(({ file }) => file !== null),
    };
  }

  resume(): Promise<unknown> {
    return this.send("Debugger.resume");
  }

  /** To the next statement that comes from a source, as debuggers do that skip what comes from none. */
  async stepOver(): Promise<Stop> {
    await this.send("Debugger.stepOver");
    const stop = await this.stop();
    return stop.line === null ? await this.stepOver() : stop;
  }

  /** Names and values of the variables of the function it stands in. */
  async variables({ frame }: Stop): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const { type, object } of frame.scopeChain) {
      if (type !== "local" && type !== "block") continue;
      const { result } = (await this.send("Runtime.getProperties", {
        objectId: object.objectId,
        ownProperties: true,
      })) as { readonly result: readonly RemoteValue[] };
      for (const { name, value } of result) found[name] = value?.value ?? value?.description;
    }
    return found;
  }

  /** What an expression is where it stands, as text. */
  async evaluate({ frame }: Stop, expression: string): Promise<unknown> {
    const { result } = (await this.send("Debugger.evaluateOnCallFrame", {
      callFrameId: frame.callFrameId,
      expression,
      returnByValue: true,
    })) as { readonly result: { readonly value?: unknown } };
    return result.value;
  }

  close(): void {
    this.#socket.close();
  }

  send(method: string, params: object = {}): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #hear(message: Message): void {
    if (message.id !== undefined) {
      this.#answers.get(message.id)?.(message);
      this.#answers.delete(message.id);
      return;
    }
    if (message.method === "Debugger.scriptParsed") this.#know(message.params as ScriptParsed);
    if (message.method === "Debugger.paused")
      this.#halt((message.params as { readonly callFrames: CallFrame[] }).callFrames);
  }

  #halt(frames: CallFrame[]): void {
    if (this.#waiting === null) this.#stops.push(frames);
    else this.#waiting(frames);
    this.#waiting = null;
  }

  #know({ scriptId, sourceMapURL }: ScriptParsed): void {
    const prefix = "data:application/json;base64,";
    if (!sourceMapURL.startsWith(prefix)) return;
    const payload = JSON.parse(
      Buffer.from(sourceMapURL.slice(prefix.length), "base64").toString("utf8"),
    ) as ConstructorParameters<typeof SourceMap>[0];
    const [source] = payload.sources;
    if (source?.startsWith("file://") !== true) return;
    this.#scripts.set(scriptId, {
      scriptId,
      source: fileURLToPath(source),
      map: new SourceMap(payload),
      mappings: payload.mappings,
    });
  }

  #placeOf({ scriptId, lineNumber, columnNumber }: Location): Place {
    const script = this.#scripts.get(scriptId);
    const entry = script?.map.findEntry(lineNumber, columnNumber);
    const isMapped = entry !== undefined && "originalLine" in entry && entry.originalLine >= 0;
    return script === undefined || !isMapped
      ? { file: null, line: null }
      : { file: script.source, line: entry.originalLine + 1 };
  }
}

/** The first place that comes from the line, as a debugger picks it. */
function generatedPlace(
  { map, mappings, source }: MappedScript,
  line: number,
): { readonly lineNumber: number; readonly columnNumber: number } {
  for (let generated = 0; generated < mappings.split(";").length; generated += 1) {
    for (let column = 0; column < 200; column += 1) {
      const entry = map.findEntry(generated, column);
      const isThere = "originalLine" in entry && entry.originalLine === line - 1;
      if (isThere && entry.generatedLine === generated)
        return { lineNumber: generated, columnNumber: entry.generatedColumn };
    }
  }
  throw new Error(`No code comes from line ${line} of ${source}`);
}
