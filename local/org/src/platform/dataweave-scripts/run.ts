/** Runs a script of the project, as DataWeave.Script.execute does. */
import { readFileSync } from "node:fs";
import { raise } from "../../runtime/exception.ts";
import { transaction } from "../../runtime/transaction.ts";
import { runScript } from "./evaluate.ts";
import { lacking, ScriptFailure } from "./failure.ts";
import { parseScript } from "./parse.ts";
import { readInput } from "./read-input.ts";
import type { Script } from "./syntax.ts";
import { apexOf } from "./to-apex.ts";
import { jsonText, xmlText } from "./write-output.ts";

/** The script's own name; null where there is no such script. */
export function scriptNamed(name: string): string | null {
  return transaction().host.schema.dataWeaveScripts.has(name) ? name : null;
}

/**
 * @param inputs by name
 * @returns a text, but for `application/apex` what it is in Apex
 */
export function executed(name: string, inputs: ReadonlyMap<string, unknown>): unknown {
  const path = transaction().host.schema.dataWeaveScripts.get(name);
  if (path === undefined) return lacking(`the script ${name}`);
  const script = parseScript(readFileSync(path, "utf8"));
  try {
    return written(script, inputs);
  } catch (error) {
    if (error instanceof ScriptFailure) raise("System.DataWeaveScriptException", error.message);
    throw error;
  }
}

function written(script: Script, inputs: ReadonlyMap<string, unknown>): unknown {
  const value = (): ReturnType<typeof runScript> =>
    runScript(
      script,
      new Map(
        script.inputs.map((input) => [
          input.name,
          readInput(inputs.get(input.name) ?? null, input),
        ]),
      ),
    );
  switch (script.output) {
    case "application/json":
      return jsonText(value());
    case "application/xml":
      return xmlText(value());
    case "application/apex":
      return apexOf(value());
    case "application/csv":
    case "text/plain":
      return lacking(`an output of ${script.output}`);
    default:
      throw new ScriptFailure(`Unknown content type \`${script.output}\`.`);
  }
}
