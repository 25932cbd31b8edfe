/** Character entities of HTML and XML. */
const NAMED = [
    ["&", "amp"],
    ["<", "lt"],
    [">", "gt"],
    ['"', "quot"],
];
/** ISO 8859-1 letters and signs from U+00A0 on, in order: HTML 3.2's named entities. */
const LATIN_1 = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml".split(" ");
const byCharacter = new Map(NAMED);
const html = new Map([
    ...NAMED,
    ...LATIN_1.map((name, index) => [String.fromCharCode(0xa0 + index), name]),
]);
const byName = new Map([...html].map(([character, name]) => [name, character]));
byName.set("apos", "'");
export function encodeHtml(text, form) {
    const entities = form === "xml" ? byCharacter : html;
    const encoded = Array.from(text)
        .map((character) => {
        const name = entities.get(character);
        return name === undefined ? character : `&${name};`;
    })
        .join("");
    return form === "xml" ? encoded.replaceAll("'", "&apos;") : encoded;
}
export function decodeHtml(text) {
    return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
        if (decimal !== undefined)
            return String.fromCodePoint(Number(decimal));
        if (hex !== undefined)
            return String.fromCodePoint(Number.parseInt(hex, 16));
        return byName.get(name ?? "") ?? whole;
    });
}
