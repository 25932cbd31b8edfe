/** Where Node keeps our own modules compiled, types stripped: both cost more than everything else a warm start does. */
export declare const MODULE_CACHE: string;
