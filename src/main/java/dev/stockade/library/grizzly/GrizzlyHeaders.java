package dev.stockade.library.grizzly;

import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;

/** The header fields of a message of Grizzly, whose array may be longer than they are. */
final class GrizzlyHeaders {
  private final FieldByName fields = new FieldByName("headers");
  private final MethodByName size = new MethodByName("size");
  private final MethodByName name = new MethodByName("getName");
  private final MethodByName value = new MethodByName("getValue");

  int size(Object headers) throws Exception {
    return (Integer) size.on(headers);
  }

  String name(Object headers, int index) throws Exception {
    return name.on(field(headers, index)).toString();
  }

  String value(Object headers, int index) throws Exception {
    return value.on(field(headers, index)).toString();
  }

  private Object field(Object headers, int index) throws ReflectiveOperationException {
    return ((Object[]) fields.of(headers))[index];
  }
}
