/** Letters, digits and `.-*_` stay, a space is `+`, every other byte is `%XX`. */
export declare function urlEncode(text: string, encoding: string): string;
export declare function urlDecode(text: string, encoding: string): string;
