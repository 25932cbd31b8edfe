/**
 * Where a callout goes: a Named Credential's URL with its headers, or an endpoint that a Remote Site allows.
 * Source: Apex Developer Guide, "Named Credentials as Callout Endpoints", "Adding Remote Site Settings".
 */
import type { CalloutRequest } from "../../runtime/host.ts";
import type { Schema } from "../../schema/schema.ts";
import { type CredentialParameters } from "./merge-fields.ts";
export interface CalloutSettings {
    readonly schema: Pick<Schema, "namedCredentials" | "externalCredentials">;
    readonly remoteSites: readonly string[];
    /** External credential → authentication parameter → value: what is typed into Setup, never into metadata. */
    readonly parameters: CredentialParameters;
    /** Named Credential → the URL to use in place of its own. */
    readonly urls: Readonly<Record<string, string>>;
}
export type Endpoint = {
    readonly kind: "allowed";
    readonly request: CalloutRequest;
}
/** In the words of the CalloutException. */
 | {
    readonly kind: "refused";
    readonly message: string;
};
/** @param hasPrincipal whether the running user may use a principal, `Stripe-Main` */
export declare function resolveEndpoint(request: CalloutRequest, settings: CalloutSettings, hasPrincipal: (principal: string) => boolean): Endpoint;
