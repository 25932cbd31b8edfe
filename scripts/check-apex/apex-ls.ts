import { z } from "zod";
import { CODE_ANALYZER_CLASS_PATH } from "./code-analyzer.ts";
import type { Finding } from "./finding.ts";
import { java, SHORT_LIVED } from "./java.ts";

const output = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      messages: z.array(
        z.object({
          start: z.object({ line: z.number() }),
          category: z.string(),
          message: z.string(),
        }),
      ),
    }),
  ),
});

/** apex-ls compares every type, field and call with the project's own metadata and with stubs of the platform. */
export async function apexLsFindings(project: string): Promise<Finding[]> {
  const main = "io.github.apexdevtools.apexls.CheckForIssues";
  const options = ["-w", project, "-n", "-d", "warnings", "-f", "json"];
  const run = await java("java", [
    ...SHORT_LIVED,
    "-cp",
    CODE_ANALYZER_CLASS_PATH,
    main,
    ...options,
  ]);
  let report: unknown;
  try {
    report = JSON.parse(run.stdout);
  } catch {
    throw new Error(`apex-ls did not run.\n${run.stdout}${run.stderr}`);
  }
  return output.parse(report).files.flatMap((file) =>
    file.messages.map(({ start, category, message }) => ({
      file: file.path,
      line: start.line,
      message: `${message} (${category})`,
    })),
  );
}
