import type { LocalOrgOptions } from "./options.ts";
export interface LocalOrg {
    readonly url: string;
    stop(): Promise<void>;
}
export interface ServeOptions extends LocalOrgOptions {
    readonly log: (line: string) => void;
}
/** The project could not be compiled or read; `message` has one reason a line. */
export declare class OrgRefused extends Error {
}
export declare function startLocalOrg({ log, ...options }: ServeOptions): Promise<LocalOrg>;
