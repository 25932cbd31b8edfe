/** What the package gives to who imports it. */
export { compileProject, } from "./compile/compile-project.js";
export { openLocalOrg } from "./open-local-org.js";
export { startLocalOrg, OrgRefused } from "./serve/local-org.js";
