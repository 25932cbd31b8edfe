import { log } from "../log.ts";
import { ok, type Result } from "../result.ts";
import type { SecretError } from "./secrets-manager.ts";

const MAX_AGE_MS = 300_000;
const MIN_INTERVAL_MS = 10_000;
/** A little longer than a call to AWS may take. */
const LONGEST_LOAD_MS = 6_000;
const POLL_MS = 20;

/**
 * A secret kept in memory for a few minutes. While Secrets Manager cannot be reached the last known value serves on,
 * and it is asked again at most once an interval, however many requests want it to be.
 */
export class CachedSecret<T> {
  readonly #load: () => Promise<Result<T, SecretError>>;
  #known: { readonly value: T; readonly loadedAt: number } | undefined;
  #failure: { readonly ok: false; readonly error: SecretError } | undefined;
  #notBefore = 0;
  #loading: symbol | undefined;

  constructor(load: () => Promise<Result<T, SecretError>>) {
    this.#load = load;
  }

  /** The value, at most five minutes old unless Secrets Manager is down. */
  async read(nowMs: number): Promise<Result<T, SecretError>> {
    if (this.#known !== undefined && nowMs - this.#known.loadedAt < MAX_AGE_MS) {
      return ok(this.#known.value);
    }
    // What is a little too old serves while somebody reads it anew.
    if (this.#known !== undefined && this.#loading !== undefined) return ok(this.#known.value);
    return this.reread(nowMs);
  }

  /** The value Secrets Manager holds now, unless it was asked within the last ten seconds: then what is known. One asks, the others wait for it. */
  async reread(nowMs: number): Promise<Result<T, SecretError>> {
    if (this.#loading !== undefined) return this.#loadedByOther(this.#loading, nowMs);
    if (nowMs < this.#notBefore) {
      if (this.#known !== undefined) return ok(this.#known.value);
      if (this.#failure !== undefined) return this.#failure;
    }
    return this.#loadOnce(nowMs);
  }

  async #loadOnce(nowMs: number): Promise<Result<T, SecretError>> {
    const loading = Symbol();
    this.#loading = loading;
    this.#notBefore = nowMs + MIN_INTERVAL_MS;
    try {
      return await this.#loadNow(nowMs);
    } finally {
      if (this.#loading === loading) this.#loading = undefined;
    }
  }

  /**
   * Looks again and again whether another request has loaded it: a promise of that request may never settle here, for it ends with its request,
   * and whoever waited then asks for itself.
   */
  async #loadedByOther(loading: symbol, nowMs: number): Promise<Result<T, SecretError>> {
    for (let waitedMs = 0; this.#loading === loading; waitedMs += POLL_MS) {
      if (waitedMs > LONGEST_LOAD_MS) return this.#loadOnce(nowMs);
      await scheduler.wait(POLL_MS);
    }
    if (this.#known !== undefined) return ok(this.#known.value);
    return this.#failure ?? this.#loadOnce(nowMs);
  }

  async #loadNow(nowMs: number): Promise<Result<T, SecretError>> {
    const loaded = await this.#load();
    if (loaded.ok) {
      this.#known = { value: loaded.value, loadedAt: nowMs };
      this.#failure = undefined;
      return loaded;
    }
    this.#failure = loaded;
    const isCached = this.#known !== undefined;
    log(isCached ? "secrets.served_from_cache" : "secrets.unavailable", { ...loaded.error });
    return this.#known === undefined ? loaded : ok(this.#known.value);
  }
}
