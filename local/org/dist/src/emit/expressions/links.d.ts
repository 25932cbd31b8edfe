/** Links of a chain: fields, record fields, elements and calls on a target. */
import type * as es from "estree";
import type { EmitContext } from "../context.ts";
import { type ChainNode, type Guards } from "../chain.ts";
export declare function link(node: ChainNode, context: EmitContext, guards: Guards): es.Expression;
