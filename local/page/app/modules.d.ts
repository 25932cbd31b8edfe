/** Modules the build makes or finds for the page itself. */
declare module "@lwc/synthetic-shadow";

declare module "page/shell" {
  import { LightningElement } from "lwc";
  export default class Shell extends LightningElement {}
}

declare module "page/registry" {
  /** Loads a Lightning web component of the project. */
  export const components: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>>;
}
