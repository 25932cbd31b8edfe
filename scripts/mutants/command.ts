import { parseArgs } from "node:util";

export const USAGE = `Gives single classes small mistakes, one at a time, and asks whether a test notices.

  npm run mutants [-- options]

  --count N      mistakes to try (default 40)
  --seed N       draws them; the same again with the same seed (default: a new one)
  --class NAME   of this class only; may be repeated (default: what reads, decides and computes)
  --at-least N   fails where less than N percent are noticed (default 95)
  --help

Only the tests that run the changed line are asked. Which those are is found once for the sources as they stand, and kept.`;

export interface MutantsRequest {
  readonly count: number;
  readonly seed: number;
  readonly classes: readonly string[];
  readonly atLeast: number;
}

export type MutantsCommand =
  | { readonly kind: "command"; readonly request: MutantsRequest }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

const LARGEST_SEED = 2 ** 31;

export function parseMutantsCommand(argv: readonly string[]): MutantsCommand {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        count: { type: "string", default: "40" },
        seed: { type: "string" },
        class: { type: "string", multiple: true, default: [] },
        "at-least": { type: "string", default: "95" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return { kind: "help" };
    const count = Number(values.count);
    const seed = Number(values.seed ?? Math.floor(Math.random() * LARGEST_SEED));
    const atLeast = Number(values["at-least"]);
    if (!Number.isInteger(count) || count < 1)
      return { kind: "refused", message: "--count must be a whole number from 1." };
    if (!Number.isInteger(seed) || seed < 0)
      return { kind: "refused", message: "--seed must be a whole number." };
    if (!(atLeast >= 0 && atLeast <= 100))
      return { kind: "refused", message: "--at-least must be a percentage." };
    return { kind: "command", request: { count, seed, classes: values.class, atLeast } };
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}
