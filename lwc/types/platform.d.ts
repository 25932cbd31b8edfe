/** What the platform provides to Lightning web components, as far as this project uses it. */

declare module "@salesforce/apex" {
  import type { WireAdapterConstructor } from "lwc";

  /** What a promise of Apex is rejected with, and what a wire hands over as its error. */
  export interface Refusal {
    readonly status: number;
    readonly body: { readonly message: string };
  }
  /** What a wire hands over: neither at first, then one of the two. */
  export interface Provisioned<Result> {
    readonly data: Result | undefined;
    readonly error: Refusal | undefined;
  }
  /** Called, it is a promise; wired, an adapter. */
  export type ApexMethod<Parameters extends Record<string, unknown>, Result> = ((
    parameters: Parameters,
  ) => Promise<Result>) &
    WireAdapterConstructor<Parameters, Provisioned<Result>>;
  export function refreshApex(provisioned: Provisioned<unknown>): Promise<void>;
}

declare module "@salesforce/label/c.*" {
  const text: string;
  export default text;
}

declare module "@salesforce/customPermission/*" {
  const isGranted: boolean | undefined;
  export default isGranted;
}

declare module "@salesforce/i18n/timeZone" {
  const timeZone: string;
  export default timeZone;
}
declare module "@salesforce/i18n/lang" {
  const lang: string;
  export default lang;
}
declare module "@salesforce/i18n/locale" {
  const locale: string;
  export default locale;
}

declare module "lightning/navigation" {
  export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly state?: Readonly<Record<string, string>>;
  }
  export interface Navigation {
    [NavigationMixin.Navigate](target: PageReference, replace?: boolean): void;
    [NavigationMixin.GenerateUrl](target: PageReference): Promise<string>;
  }
  export const NavigationMixin: {
    // A mixin's base takes whatever its constructor takes: TypeScript asks for exactly this form.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    <Base extends new (...parameters: any[]) => object>(
      base: Base,
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
    ): Base & (new (...parameters: any[]) => Navigation);
    readonly Navigate: unique symbol;
    readonly GenerateUrl: unique symbol;
  };
}

declare module "lightning/pageReferenceUtils" {
  export function encodeDefaultFieldValues(values: Readonly<Record<string, string>>): string;
}

declare module "lightning/platformShowToastEvent" {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: {
      title: string;
      message?: string;
      variant?: "info" | "success" | "warning" | "error";
      mode?: "dismissible" | "pester" | "sticky";
    });
  }
}

declare module "lightning/refresh" {
  export class RefreshEvent extends CustomEvent<undefined> {
    constructor();
  }
  /** @returns what `unregisterRefreshHandler` takes */
  export function registerRefreshHandler(
    component: object,
    handler: () => Promise<boolean>,
  ): unknown;
  export function unregisterRefreshHandler(registration: unknown): void;
}

declare module "lightning/uiRecordApi" {
  export function notifyRecordUpdateAvailable(
    records: readonly { readonly recordId: string }[],
  ): Promise<void>;
}

declare module "*.html" {
  const template: unknown;
  export default template;
}
