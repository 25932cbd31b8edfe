import type { ApexObject } from "./object.ts";
import { type RuntimeType } from "./type.ts";
export declare function createStub(type: RuntimeType, provider: ApexObject): ApexObject;
