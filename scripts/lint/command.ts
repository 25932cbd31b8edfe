import { parseArgs } from "node:util";
import { PART_NAMES, type PartName } from "./parts.ts";

export const USAGE = `npm run lint -- [part…] [--cold]

Checks format, code, types, Apex and metadata; what has not changed since it was found clean is not looked at again.

  part     ${PART_NAMES.join(", ")}; all of them when none is named
  --cold   forget what was found before, and check everything
  --help   this text

ESLint looks again at the files that changed. A rule that reads the types of an unchanged file's imports is certain
only after --cold, or on a fresh clone, as CI has it.`;

export type LintCommand =
  | { readonly kind: "command"; readonly parts: readonly PartName[]; readonly isCold: boolean }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

export function parseLintCommand(arguments_: readonly string[]): LintCommand {
  try {
    const { values, positionals } = parseArgs({
      args: [...arguments_],
      allowPositionals: true,
      options: { cold: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) return { kind: "help" };
    const unknown = positionals.find((name) => !isPartName(name));
    if (unknown !== undefined)
      return { kind: "refused", message: `There is no part called ${unknown}.` };
    const named = positionals.filter(isPartName);
    return {
      kind: "command",
      parts: named.length === 0 ? PART_NAMES : named,
      isCold: values.cold === true,
    };
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}

function isPartName(name: string): name is PartName {
  return PART_NAMES.some((part) => part === name);
}
