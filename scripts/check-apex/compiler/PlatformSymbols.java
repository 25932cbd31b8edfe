import apex.common.base.Initializer;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.common.TestSymbolProvider;
import apex.jorje.semantic.symbol.type.AbstractTypeInfo;
import apex.jorje.semantic.symbol.type.InternalTypeInfo;
import apex.jorje.semantic.symbol.type.InternalTypeInfos;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import apex.jorje.services.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers the compiler's questions about what is not in the project: Salesforce's own classes from declarations on disk
 * ({@code Namespace/Type.cls}), objects from the org's schema. The compiler asks in bytecode names such as
 * {@code com/salesforce/api/System/Assert}.
 */
final class PlatformSymbols extends TestSymbolProvider {
  private static final String API = "com/salesforce/api/";
  private static final String ENTITY = API + "entity/";

  /** Types the compiler knows by identity, with members of their own that are only a part. */
  private static final Map<String, InternalTypeInfo> IDENTITIES =
      Map.of(
          "system/database", InternalTypeInfos.DATABASE,
          "schema/sobjecttype", InternalTypeInfos.SCHEMA_SOBJECT_TYPE,
          "schema/sobjectfield", InternalTypeInfos.SCHEMA_SOBJECT_FIELD);

  private final OrgSchema schema;
  private final Map<String, Path> declarations = new HashMap<>();
  private final Map<String, TypeInfo> found = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  PlatformSymbols(OrgSchema schema, Path declarationFolder) throws IOException {
    this.schema = schema;
    List<Path> files;
    try (Stream<Path> all = Files.walk(declarationFolder)) {
      files = all.filter(file -> file.toString().endsWith(".cls")).collect(Collectors.toList());
    }
    for (Path file : files) {
      String namespace = OrgSchema.lower(file.getParent().getFileName().toString());
      String type = OrgSchema.lower(file.getFileName().toString().replace(".cls", ""));
      declarations.put(namespace + "/" + type, file);
    }
  }

  @Override
  public TypeInfo find(SymbolResolver resolver, TypeInfo from, String name) {
    // One type, whether it is asked for as "System.Assert" or as "System/Assert": the compiler compares types by identity.
    String key = OrgSchema.lower(name).replace('.', '/');
    if (found.containsKey(key)) return found.get(key);
    if (key.equals("system/apexbaseexception")) return remember(key, exceptionBase());
    if (key.startsWith(ENTITY)) {
      TypeInfo object = schema.type(key.substring(ENTITY.length()));
      if (object != null) return object;
    }
    if (key.startsWith(API)) {
      String type = platformName(key.substring(API.length()));
      if (declarations.containsKey(type)) return remember(key, find(resolver, from, type));
    }
    InternalTypeInfo identity = IDENTITIES.get(key);
    if (identity != null && declarations.containsKey(key + "declared"))
      return remember(key, builtIn(identity, () -> find(resolver, from, key + "declared")));
    Path declaration = declarations.get(key);
    if (declaration != null && underWay.add(key)) {
      TypeInfo type =
          resolver.getCompilerService().attachSource(resolver, source(declaration, name), name);
      return remember(key, type);
    }
    TypeInfo builtIn = super.find(resolver, from, name);
    return builtIn == null ? null : remember(key, builtIn);
  }

  @Override
  public TypeInfo getSObjectType(TypeInfo from, String name) {
    return schema.type(name);
  }

  @Override
  public TypeInfo getFlowInterviewType(
      SymbolResolver resolver, TypeInfo from, Namespace namespace, String name) {
    return null;
  }

  @Override
  public boolean hasLabelField(TypeInfo from, Namespace namespace, String name) {
    return true;
  }

  private TypeInfo remember(String key, TypeInfo type) {
    found.put(key, type);
    return type;
  }

  private static String platformName(String name) {
    String type = name.startsWith("exception/") ? name.substring("exception/".length()) : name;
    return type.contains("/") ? type : "system/" + type;
  }

  private static SourceFile source(Path declaration, String name) {
    try {
      return SourceFile.builder()
          .setBody(Files.readString(declaration))
          .setVersion(Version.CURRENT)
          .setNamespace(namespaceOf(declaration))
          .setTrusted(true)
          .setFileBased(true)
          .setMocked(true)
          .setKnownName(name)
          .build();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Types are compared by their names, and the compiler's own (the RoundingMode of setScale) stand in its own System. */
  private static Namespace namespaceOf(Path declaration) {
    String folder = declaration.getParent().getFileName().toString();
    return folder.equals("System") ? Namespaces.SYSTEM : Namespaces.parse(folder);
  }

  /** Its members are those of the declaration, which may itself name the type and so is read later. */
  private TypeInfo builtIn(InternalTypeInfo identity, Supplier<TypeInfo> declared) {
    AbstractTypeInfo.Builder builder = internalType(identity);
    Initializer methods = owner -> DmlMethods.of(declared.get().methods());
    builder.setMethods(methods);
    builder.setVirtualMethods(methods);
    builder.setFields(
        (Initializer)
            owner ->
                identity == InternalTypeInfos.SCHEMA_SOBJECT_TYPE
                    ? new ObjectDescribes(schema, declared.get())
                    : declared.get().fields());
    return (TypeInfo) builder.build();
  }

  /** What every exception class of a project derives from. */
  private static TypeInfo exceptionBase() {
    try {
      Field methods =
          Class.forName("apex.jorje.semantic.common.TestMethods")
              .getDeclaredField("APEX_EXCEPTION_METHODS");
      methods.setAccessible(true);
      AbstractTypeInfo.Builder builder = internalType(InternalTypeInfos.APEX_EXCEPTION);
      builder.setParents(TypeInfos.EXCEPTION);
      builder.setMethods((Initializer) methods.get(null));
      builder.setVirtualMethods(TypeInfos.EXCEPTION.methods());
      return (TypeInfo) builder.build();
    } catch (ReflectiveOperationException problem) {
      throw new IllegalStateException("This version of the compiler is laid out otherwise.", problem);
    }
  }

  private static AbstractTypeInfo.Builder internalType(InternalTypeInfo identity) {
    try {
      Method create =
          Class.forName("apex.jorje.semantic.common.TestStandardTypeInfos")
              .getDeclaredMethod("create", InternalTypeInfo.class);
      create.setAccessible(true);
      return (AbstractTypeInfo.Builder) create.invoke(null, identity);
    } catch (ReflectiveOperationException problem) {
      throw new IllegalStateException("This version of the compiler is laid out otherwise.", problem);
    }
  }
}
