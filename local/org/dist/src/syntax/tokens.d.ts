import { ApexParser, type ApexErrorListener } from "@apexdevtools/apex-parser";
/** A parser over the text's tokens, with the listener told of lexical errors already. */
export declare function createParser(text: string, listener: ApexErrorListener): ApexParser;
