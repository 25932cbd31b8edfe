/** `@salesforce/apex` over HTTP: reads with GET, the rest with POST, as the platform's own data service does. */
import { ask, send } from "../../core/server";

type Parameters = Readonly<Record<string, unknown>>;
interface Provisioned {
  readonly data: unknown;
  readonly error: unknown;
}

/** Which adapter handed a result over. */
const owners = new WeakMap<object, ApexAdapter>();
/** Answers of cacheable methods, by method and arguments: as on the platform they are not asked for twice. */
const kept = new Map<string, unknown>();

function address(method: string): string {
  return `/lwr/apex/v66.0/${method.replace(".", "/")}`;
}

async function read(method: string, parameters: Parameters): Promise<unknown> {
  const given = encodeURIComponent(JSON.stringify(parameters));
  return frozen(await ask(`${address(method)}?methodParams=${given}`));
}

/** What a wire hands over cannot be changed. */
function frozen(value: unknown): unknown {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

abstract class ApexAdapter {
  readonly #callback: (result: Provisioned) => void;
  #config: Parameters | undefined;
  #isConnected = false;
  /** Of the newest question: an answer to an older one is dropped. */
  #question = 0;
  protected abstract readonly method: string;

  constructor(callback: (result: Provisioned) => void) {
    this.#callback = callback;
    this.emit({ data: undefined, error: undefined });
  }

  connect(): void {
    this.#isConnected = true;
    void this.load(false);
  }

  disconnect(): void {
    this.#isConnected = false;
    this.#question += 1;
  }

  update(config: Parameters): void {
    // A wire whose reactive argument is undefined is not asked.
    this.#config = Object.values(config).includes(undefined) ? undefined : config;
    void this.load(false);
  }

  async load(isFresh: boolean): Promise<void> {
    if (!this.#isConnected || this.#config === undefined) return;
    const question = ++this.#question;
    const key = `${this.method} ${JSON.stringify(this.#config)}`;
    let result: Provisioned;
    try {
      if (isFresh || !kept.has(key)) kept.set(key, await read(this.method, this.#config));
      result = { data: kept.get(key), error: undefined };
    } catch (error) {
      result = { data: undefined, error };
    }
    if (question === this.#question) this.emit(result);
  }

  private emit(result: Provisioned): void {
    owners.set(result, this);
    this.#callback(result);
  }
}

export function apexMethod(name: string): unknown {
  const call = async (parameters: Parameters = {}): Promise<unknown> =>
    frozen(await send("POST", address(name), parameters));
  return Object.assign(call, {
    adapter: class extends ApexAdapter {
      protected readonly method = name;
    },
  });
}

export async function refreshApex(result: object): Promise<void> {
  await owners.get(result)?.load(true);
}

export function getSObjectValue(
  record: Readonly<Record<string, unknown>>,
  field: string | { readonly fieldApiName: string },
): unknown {
  const path =
    typeof field === "string" ? field.split(".").slice(1).join(".") || field : field.fieldApiName;
  return path
    .split(".")
    .reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined,
      record,
    );
}
