/** What the server writes into the page: who looks, with which words, in which locale. */
export interface Session {
  readonly person: string;
  readonly people: readonly { readonly key: string; readonly label: string }[];
  readonly user: { readonly id: string; readonly name: string };
  readonly customPermissions: readonly string[];
  /** By lower-cased name. */
  readonly labels: Readonly<Record<string, string>>;
  readonly i18n: {
    readonly locale: string;
    readonly lang: string;
    readonly currency: string;
    readonly timeZone: string;
    readonly dir: string;
  };
  readonly formFactor: "Large" | "Small";
  /** Whether a local Stripe and relay stand beside the org: then the page can make something happen. */
  readonly hasControls: boolean;
}

declare global {
  interface Window {
    readonly localPage: Session;
  }
}

export const session: Session = window.localPage;
