import type { Resource } from "./context.ts";
export interface Routed {
    readonly resource: Resource;
    readonly parameters: Readonly<Record<string, string>>;
}
/** null: nothing is there. @throws RestError 405 */
export declare function routeTo(path: string, method: string): Routed | null;
