import type { Schema } from "../schema/schema.ts";
export declare function usernameOf(alias: string): string;
/** @param users trigger → alias of its user */
export declare function withTriggerUsers(schema: Schema, users: Readonly<Record<string, string>>): Schema;
