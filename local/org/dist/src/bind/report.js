/**
 * Leaves the expression or declaration that does not compile. Caught by {@link Report.attempt} at the statement or member around it, so that
 * one mistake gives one diagnostic and the rest is still checked.
 */
class CompileError extends Error {
    at;
    kind;
    constructor(at, message, kind) {
        super(message);
        this.at = at;
        this.kind = kind;
    }
}
/** @throws always, to the nearest {@link Report.attempt} */
export function fail(at, message) {
    throw new CompileError(at, message, "error");
}
/** @throws always, to the nearest {@link Report.attempt}: Salesforce would accept this */
export function failAsGap(at, what) {
    throw new CompileError(at, gapMessage(what), "gap");
}
function gapMessage(what) {
    return `Not supported by the local org yet: ${what}`;
}
/** The diagnostics of one file. */
export class Report {
    file;
    #diagnostics = [];
    #places = new Set();
    #hasHole = false;
    /** How many attempts around the current place can leave something in the place of a gap. */
    #gapTakers = 0;
    constructor(file) {
        this.file = file;
    }
    get diagnostics() {
        return this.#diagnostics;
    }
    /** What was bound is whole: at most it meets a gap when it runs. */
    get isRunnable() {
        return !this.#hasHole;
    }
    error(at, message) {
        this.#hasHole = true;
        this.#add({ file: this.file, at, message, kind: "error" });
    }
    /** The place itself is bound: it fails when it runs. */
    gap(at, what) {
        this.#add({ file: this.file, at, message: gapMessage(what), kind: "gap" });
    }
    /**
     * The value of `action`, or null after reporting why there is none. A gap is left to the nearest {@link attemptOrGap} around, so
     * that what runs into it says so.
     */
    attempt(action) {
        try {
            return action();
        }
        catch (error) {
            if (!(error instanceof CompileError))
                throw error;
            if (error.kind === "gap" && this.#gapTakers > 0)
                throw error;
            this.#hasHole = true;
            this.#addError(error);
            return null;
        }
    }
    /** As {@link attempt}; `instead` makes what stands in the place of a gap. */
    attemptOrGap(action, instead) {
        this.#gapTakers++;
        try {
            return this.attempt(action);
        }
        catch (error) {
            if (!(error instanceof CompileError))
                throw error;
            this.#addError(error);
            return instead(error.at, error.message);
        }
        finally {
            this.#gapTakers--;
        }
    }
    #addError({ at, message, kind }) {
        this.#add({ file: this.file, at, message, kind });
    }
    /** Overload resolution and name lookup may bind an expression more than once. */
    #add(diagnostic) {
        const place = `${diagnostic.at.line}:${diagnostic.at.column}:${diagnostic.message}`;
        if (this.#places.has(place))
            return;
        this.#places.add(place);
        this.#diagnostics.push(diagnostic);
    }
}
