/** CPU time of this thread in milliseconds; other work of the machine does not count. */
export declare function threadCpuMs(): number;
