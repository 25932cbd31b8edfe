/** What every command does with its command line: help is an answer, a mistake is told with the usage, and a failure is one sentence. */
type Parsed =
  | { readonly kind: "command" }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

/** Of a command that takes no options but `--help`. */
export function parseNoOptions(argv: readonly string[]): Parsed {
  const [first] = argv;
  if (first === undefined) return { kind: "command" };
  if (first === "--help" || first === "-h") return { kind: "help" };
  return { kind: "refused", message: `This command takes no options, not ${first} either.` };
}

/** How to give an argument that begins with a dash is said by Node, and no command here takes one. */
const DASH_ADVICE = / To specify a positional argument starting with a '-'.*$/;

/**
 * Runs a command and sets the process's exit code: 0, what `run` returns, 1 when it throws, 2 for a command line that makes no sense.
 * @param run gets the parsed command line
 */
export async function runCommandLine<P extends Parsed>(
  parsed: P,
  usage: string,
  run: (command: Extract<P, { readonly kind: "command" }>) => Promise<number>,
): Promise<void> {
  if (isRefused(parsed)) {
    console.error(`${parsed.message.replace(DASH_ADVICE, "")}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  if (!isCommand(parsed)) {
    console.log(usage);
    return;
  }
  try {
    process.exitCode = await run(parsed);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

function isRefused<P extends Parsed>(
  parsed: P,
): parsed is Extract<P, { readonly kind: "refused"; readonly message: string }> {
  return parsed.kind === "refused";
}

function isCommand<P extends Parsed>(
  parsed: P,
): parsed is Extract<P, { readonly kind: "command" }> {
  return parsed.kind === "command";
}
