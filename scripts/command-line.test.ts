import { afterEach, expect, test, vi } from "vitest";
import { parseNoOptions, runCommandLine } from "./command-line.ts";

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test("a command without options takes none, and answers --help", () => {
  expect(parseNoOptions([])).toEqual({ kind: "command" });
  expect(parseNoOptions(["--help"])).toEqual({ kind: "help" });
  expect(parseNoOptions(["-h"])).toEqual({ kind: "help" });
  expect(parseNoOptions(["--quick"])).toMatchObject({ kind: "refused" });
});

test("an unknown option is named, without Node's advice for arguments that begin with a dash", async () => {
  const said = vi.spyOn(console, "error").mockReturnValue(undefined);
  const message =
    "Unknown option '--quick'. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- \"--quick\"";

  await runCommandLine({ kind: "refused", message }, "npm run this", async () => 0);

  expect(said).toHaveBeenCalledWith("Unknown option '--quick'.\n\nnpm run this");
  expect(process.exitCode).toBe(2);
});
