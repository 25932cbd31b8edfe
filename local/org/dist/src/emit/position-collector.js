export class PositionCollector {
    #lines = [];
    #columns = [];
    #apexLines = [];
    #frameIndexes = [];
    #frames = new Map();
    addMapping(mapping) {
        const { line, frame } = mapping.original;
        let index = this.#frames.get(frame);
        if (index === undefined) {
            index = this.#frames.size;
            this.#frames.set(frame, index);
        }
        // The same origin as the mapping before it says nothing new.
        if (this.#apexLines.at(-1) === line && this.#frameIndexes.at(-1) === index)
            return;
        this.#lines.push(mapping.generated.line);
        // V8 counts columns from 1, and reports a call at the bracket or point before the name.
        this.#columns.push(mapping.generated.column);
        this.#apexLines.push(line);
        this.#frameIndexes.push(index);
    }
    rows() {
        return {
            lines: this.#lines,
            columns: this.#columns,
            apexLines: this.#apexLines,
            frameIndexes: this.#frameIndexes,
            frames: [...this.#frames.keys()],
        };
    }
}
