/** Of an inner class, the class around it: the unit it is compiled with. */
export function outermost(symbol) {
    return symbol.outer === null ? symbol : outermost(symbol.outer);
}
