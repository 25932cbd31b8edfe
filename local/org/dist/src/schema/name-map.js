/** A map by name in which case does not count. Its keys are lower-cased. */
export class NameMap extends Map {
    get(name) {
        return super.get(name.toLowerCase());
    }
    has(name) {
        return super.has(name.toLowerCase());
    }
    set(name, value) {
        return super.set(name.toLowerCase(), value);
    }
    static by(values, nameOf) {
        const map = new NameMap();
        for (const value of values) {
            const name = nameOf(value);
            if (name !== null)
                map.set(name, value);
        }
        return map;
    }
}
