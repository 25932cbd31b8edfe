import { type RuntimeType } from "../runtime/type.ts";
/** null where there is no such type; project classes hide platform ones of the same name. */
export declare function typeNamed(text: string): RuntimeType | null;
