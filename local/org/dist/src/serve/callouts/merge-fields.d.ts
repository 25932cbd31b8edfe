/**
 * Formulas in the headers of credentials: `{!'Bearer ' & $Credential.Stripe.Key}`. Source: Salesforce Help, "Create Custom Headers with
 * Named Credentials", "Merge Fields in Named Credentials".
 */
export type CredentialParameters = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type Merged = {
    readonly ok: true;
    readonly value: string;
} | {
    readonly ok: false;
    readonly error: string;
};
/** A text with its formulas evaluated. */
export declare function mergedText(text: string, parameters: CredentialParameters): Merged;
