import apex.jorje.semantic.symbol.member.method.MethodTable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * {@code Database.insert} and its like: no declaration in Apex can bear the name of a statement, so they are declared as {@code
 * dml_insert} and found under the name people call them by.
 */
final class DmlMethods {
  private static final Set<String> STATEMENTS =
      Set.of("insert", "update", "upsert", "delete", "undelete", "merge");

  private DmlMethods() {}

  static MethodTable of(MethodTable declared) {
    return (MethodTable)
        Proxy.newProxyInstance(
            DmlMethods.class.getClassLoader(),
            new Class<?>[] {MethodTable.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getApproximate")
                  && STATEMENTS.contains(OrgSchema.lower((String) arguments[1])))
                arguments[1] = "dml_" + OrgSchema.lower((String) arguments[1]);
              try {
                return method.invoke(declared, arguments);
              } catch (InvocationTargetException problem) {
                throw problem.getCause();
              }
            });
  }
}
