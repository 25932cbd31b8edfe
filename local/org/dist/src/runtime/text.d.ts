/** What `'' + value` and System.debug show. Dates carry a midnight; Datetimes are GMT. */
export declare function concatText(value: unknown): string;
/** String.valueOf(Object): as concatenation, but a Date is its day alone. */
export declare function valueText(value: unknown): string;
