import { createHash } from "node:crypto";
import path from "node:path";
import { CleanInputs } from "./clean-inputs.ts";
import type { Check } from "./parts.ts";
import type { Repository } from "./repository.ts";

/** What a check came to. */
export interface Verdict {
  readonly check: Check;
  readonly exitCode: number;
  /** It had nothing to say, no warning either. */
  readonly isSilent: boolean;
}

/**
 * Checks that had nothing to say of exactly these files, kept from run to run: they would say it again. Of files of which a check
 * complained nothing is kept.
 */
export class CleanChecks {
  readonly #caches: string;
  readonly #before: Repository | undefined;

  /**
   * @param caches a folder this may write to
   * @param before the repository as the checks begin; without one nothing is known and nothing kept
   */
  constructor(caches: string, before: Repository | undefined) {
    this.#caches = caches;
    this.#before = before;
  }

  async has(check: Check): Promise<boolean> {
    const fingerprint = fingerprintFor(check, this.#before);
    if (fingerprint === undefined) return false;
    return (await this.#known(check)).has(fingerprint);
  }

  /** @param after the repository now. Of a file that was edited meanwhile nobody knows which content was looked at. */
  async keep(verdicts: readonly Verdict[], after: Repository | undefined): Promise<void> {
    for (const { check, exitCode, isSilent } of verdicts) {
      const fingerprint = fingerprintFor(check, this.#before);
      const isSame = fingerprint === fingerprintFor(check, after);
      if (fingerprint !== undefined && isSame && exitCode === 0 && isSilent)
        await (await this.#known(check)).keep([fingerprint]);
    }
  }

  #known({ command, arguments: options }: Check): Promise<CleanInputs> {
    const name = createHash("sha256").update(JSON.stringify([command, ...options]));
    return CleanInputs.open(
      path.join(this.#caches, `clean-${name.digest("hex").slice(0, 16)}.json`),
    );
  }
}

function fingerprintFor(
  { reads, command, arguments: options }: Check,
  repository: Repository | undefined,
): string | undefined {
  return reads === undefined ? undefined : repository?.fingerprint(reads, command, ...options);
}
