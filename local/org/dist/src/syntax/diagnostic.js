/** `force-app/main/default/classes/Foo.cls:12:5: Variable does not exist: x` */
export function formatDiagnostic(diagnostic) {
    return `${diagnostic.file}:${diagnostic.at.line}:${diagnostic.at.column}: ${diagnostic.message}`;
}
