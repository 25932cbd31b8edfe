import type { PlatformCatalog } from "./catalog-types.ts";
/** Everything the platform declares, read on demand: a namespace when it is first named, a type when it is first found. */
export declare function platformCatalog(): PlatformCatalog;
