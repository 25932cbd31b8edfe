import { type Command } from "./command.ts";
import { type OpenedProject } from "./opened-org.ts";
export declare const types: Command;
export declare function apexDeclarations({ project, engine }: OpenedProject): string;
