/** What the package gives to who imports it. */
export {
  compileProject,
  type CompiledProject,
  type CompileOptions,
} from "./compile/compile-project.ts";
export type { ClassCoverage, TestOutcome, TestRun } from "./apex-tests/outcome.ts";
export { openLocalOrg, type LocalOrgSettings, type OpenedLocalOrg } from "./open-local-org.ts";
export type { OAuthClient } from "./rest/sessions.ts";
export type { RestRequest, RestResponse } from "./rest/http.ts";
export type { CalloutAccess } from "./runtime/host.ts";
export { startLocalOrg, OrgRefused, type LocalOrg, type ServeOptions } from "./serve/local-org.ts";
