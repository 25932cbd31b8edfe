export interface OAuthClient {
    readonly clientId: string;
    readonly clientSecret: string;
    /** The run-as user. */
    readonly userId: string;
}
export interface Session {
    readonly token: string;
    readonly userId: string;
    readonly issuedAt: number;
}
export interface Sessions {
    /** null: no such client, or another secret. */
    issue(clientId: string, clientSecret: string): Session | null;
    /** null: unknown or expired. A use prolongs it, as Salesforce's rolling session timeout does. */
    find(token: string): Session | null;
    /** false: no such token. */
    revoke(token: string): boolean;
    expireAll(): void;
}
export declare function sessionsFor(clients: readonly OAuthClient[], organizationId: string, lifetimeMs: number, now: () => number): Sessions;
