package dev.stockade.apps;

import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** A directory client on JNDI: {@code ldaps://…} URLs, an anonymous read of the root entry. */
public final class LdapsClient {
  private LdapsClient() {}

  public static void main(String[] urls) {
    AppOptions.read();
    for (String url : urls) {
      Outcome.report(url, () -> visit(url));
    }
  }

  @SuppressWarnings({"BanJNDI", "JdkObsolete"}) // JNDI is the point, and takes no other map
  private static String visit(String url) throws NamingException {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
    environment.put(Context.PROVIDER_URL, url);
    environment.put("com.sun.jndi.ldap.connect.timeout", "5000");
    environment.put("com.sun.jndi.ldap.read.timeout", "5000");
    DirContext directory = new InitialDirContext(environment);
    try {
      directory.getAttributes("");
      return "";
    } finally {
      directory.close();
    }
  }
}
