/**
 * `/query?q=…&columns=true`: what the columns of a query are, in place of its rows. The Salesforce command line asks for it to lay out its
 * tables; no guide describes it, so the shape is what that client reads.
 */
import type { Schema } from "../schema/schema.ts";
export declare function queryColumns(text: string, schema: Schema): Record<string, unknown>;
