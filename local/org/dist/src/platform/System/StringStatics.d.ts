/** As java.text.MessageFormat: `{0}`; two quotes are one, text between single quotes stands as it is. */
export declare function formatMessage(template: string, values: readonly unknown[]): string;
export declare const stringStaticsBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
