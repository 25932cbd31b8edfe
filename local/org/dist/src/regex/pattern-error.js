/** A text that is no Java pattern: what is wrong and where, as java.util.regex.PatternSyntaxException says it. */
export class PatternSyntaxError extends Error {
    description;
    index;
    constructor(description, index) {
        super(description);
        this.description = description;
        this.index = index;
    }
    /** `Unclosed group near index 4`, the pattern, and a caret under the place. */
    describe(pattern) {
        const caret = this.index > 0 && this.index < pattern.length ? `\n${" ".repeat(this.index)}^` : "";
        return `${this.description} near index ${this.index}\n${pattern}${caret}`;
    }
}
