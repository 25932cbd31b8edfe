import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.common.TestQueryValidators;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.ValidationSettings;
import apex.jorje.semantic.compiler.parser.ParserEngine;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.services.Version;
import apex.jorje.services.exception.CompilationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles Apex with Salesforce's own compiler, which the language server of Salesforce's editor extension carries.
 *
 * <p>{@code SalesforceCompiler <declarations folder> <schema file> <file that lists the sources>}; each error is one line
 * {@code file TAB line TAB column TAB message}, the last line says how many units were compiled.
 */
public final class SalesforceCompiler {
  public static void main(String[] arguments) throws Exception {
    PlatformSymbols symbols =
        new PlatformSymbols(new OrgSchema(Path.of(arguments[1])), Path.of(arguments[0]));
    Map<String, Path> files = new HashMap<>();
    List<SourceFile> sources = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[2]))) {
      Path file = Path.of(line);
      // A trigger and a class may bear the same name, so the ending belongs to it.
      files.put(file.getFileName().toString(), file);
      sources.add(source(file));
    }
    ApexCompiler compiler = compiler(sources, symbols);
    compiler.compile(CompilerStage.VALIDATE);
    int units = 0;
    for (CodeUnit unit : compiler.getCodeUnits()) {
      if (unit.getSourceFile().isMocked()) continue;
      units++;
      Path file = files.get(unit.getSourceFile().getKnownName());
      for (CompilationException error : unit.getErrors().get()) {
        System.out.println(
            String.join(
                "\t",
                String.valueOf(file),
                String.valueOf(error.getLoc().getLine()),
                String.valueOf(error.getLoc().getColumn()),
                error.getError().replaceAll("\\s+", " ")));
      }
    }
    System.out.println("compiled\t" + units);
  }

  private static SourceFile source(Path file) throws IOException {
    return SourceFile.builder()
        .setBody(Files.readString(file))
        .setVersion(Version.CURRENT)
        .setNamespace(Namespaces.EMPTY)
        .setFileBased(true)
        .setKnownName(file.getFileName().toString())
        .build();
  }

  private static ApexCompiler compiler(List<SourceFile> sources, PlatformSymbols symbols) {
    TestAccessEvaluator access =
        new TestAccessEvaluator() {
          @Override
          public boolean isSetupEntityVisibleToType(SObjectTypeInfo object, TypeInfo from) {
            return true;
          }
        };
    return ApexCompiler.builder()
        .setInput(
            new CompilationInput(
                sources,
                symbols,
                access,
                // Queries are checked by an org, not by the compiler; the local org does it.
                new TestQueryValidators.Noop(),
                null,
                new NoopCompilerProgressCallback()))
        .setParserType(ParserEngine.Type.NAMED)
        .setHiddenTokenBehavior(ParserEngine.HiddenTokenBehavior.IGNORE)
        .setValidationSettings(
            ValidationSettings.builder()
                .setValidationBehavior(
                    ValidationSettings.ValidationBehavior.COLLECT_MULTIPLE_ERRORS)
                .build())
        .build();
  }
}
