import apex.common.base.Result;
import apex.jorje.semantic.symbol.member.variable.DynamicFieldInfoFactory;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.member.variable.StandardFieldTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.TypeInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What may stand behind the dot of a record ({@code contact.Email}) and of its object ({@code Contact.Email}). */
final class SObjectFields implements FieldTable {
  private final OrgSchema schema;
  private final TypeInfo owner;
  private final String object;
  private FieldTable ofRecord;
  private Map<String, FieldInfo> ofObject;

  SObjectFields(OrgSchema schema, TypeInfo owner, String object) {
    this.schema = schema;
    this.owner = owner;
    this.object = object;
  }

  @Override
  public FieldInfo get(SymbolResolver resolver, TypeInfo from, String name, LookupMode mode) {
    if (!mode.name().startsWith("STATIC")) {
      FieldInfo field = ofRecord().get(resolver, from, name, mode);
      return field != null ? field : ofObject(resolver, from).get(OrgSchema.lower(name));
    }
    FieldInfo token = ofObject(resolver, from).get(OrgSchema.lower(name));
    return token != null ? token : ofRecord().get(resolver, from, name, mode);
  }

  @Override
  public Result<Void> add(FieldInfo field) {
    return ofRecord().add(field);
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
    return ofRecord().all();
  }

  private FieldTable ofRecord() {
    if (ofRecord != null) return ofRecord;
    StandardFieldTable table = new StandardFieldTable();
    for (OrgSchema.Field field : schema.fieldsOf(object)) {
      table.add(
          OrgSchema.field(
              owner,
              field.name(),
              OrgSchema.apexType(field.apexType()),
              SObjectFieldInfo.Category.REGULAR));
      TypeInfo parent = schema.parentType(field);
      if (parent != null)
        table.add(
            OrgSchema.field(
                owner,
                field.relationshipName(),
                parent,
                SObjectFieldInfo.Category.FOREIGN_KEY));
    }
    for (OrgSchema.ChildRelationship child : schema.childrenOf(object)) {
      TypeInfo type = schema.type(child.childObject());
      if (type != null && !child.name().isEmpty())
        table.add(
            OrgSchema.field(
                owner,
                child.name(),
                GenericTypeInfoFactory.createList(type),
                SObjectFieldInfo.Category.AGGREGATE));
    }
    ofRecord = table.resolve();
    return ofRecord;
  }

  /** Tokens: {@code Contact.SObjectType}, {@code Contact.Email}, {@code Contact.Fields}. */
  private Map<String, FieldInfo> ofObject(SymbolResolver resolver, TypeInfo from) {
    if (ofObject != null) return ofObject;
    ofObject = new HashMap<>();
    TypeInfo objectToken = resolver.getSymbolProvider().find(resolver, from, "schema/sobjecttype");
    TypeInfo fieldToken = resolver.getSymbolProvider().find(resolver, from, "schema/sobjectfield");
    addToken("SObjectType", objectToken);
    for (OrgSchema.Field field : schema.fieldsOf(object)) {
      addToken(field.name(), fieldToken);
      if (!field.relationshipName().isEmpty()) {
        TypeInfo parent = schema.parentType(field);
        if (parent != null) addToken(field.relationshipName(), parent);
      }
    }
    return ofObject;
  }

  private void addToken(String name, TypeInfo type) {
    ofObject.putIfAbsent(
        OrgSchema.lower(name),
        DynamicFieldInfoFactory.createNoValidationOrCodeGenNeededField(owner, type, name));
  }
}
