import apex.common.base.Result;
import apex.jorje.semantic.symbol.member.variable.DynamicFieldInfoFactory;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.TypeInfo;
import java.util.Collection;

/** {@code Schema.SObjectType.Contact}: the describe of each object of the org, beside what the declaration has. */
final class ObjectDescribes implements FieldTable {
  private final OrgSchema schema;
  private final TypeInfo declared;

  ObjectDescribes(OrgSchema schema, TypeInfo declared) {
    this.schema = schema;
    this.declared = declared;
  }

  @Override
  public FieldInfo get(SymbolResolver resolver, TypeInfo from, String name, LookupMode mode) {
    if (!schema.hasObject(name)) return declared.fields().get(resolver, from, name, mode);
    TypeInfo describe =
        resolver.getSymbolProvider().find(resolver, from, "schema/describesobjectresult");
    return DynamicFieldInfoFactory.createNoValidationOrCodeGenNeededField(declared, describe, name);
  }

  @Override
  public Result<Void> add(FieldInfo field) {
    return declared.fields().add(field);
  }

  @Override
  public FieldTable resolve() {
    return this;
  }

  @Override
  public boolean isResolved() {
    return true;
  }

  @Override
  public Collection<FieldInfo> all() {
    return declared.fields().all();
  }
}
