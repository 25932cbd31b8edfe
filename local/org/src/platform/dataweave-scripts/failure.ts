import { GapReached } from "../../runtime/gap-reached.ts";

/** A script that fails on Salesforce too: its message becomes that of a DataWeaveScriptException. */
export class ScriptFailure extends Error {}

/** @throws GapReached for what this org does not run */
export function lacking(what: string): never {
  throw new GapReached(`Not supported by the local org yet: ${what} in DataWeave`);
}
