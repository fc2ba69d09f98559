package dev.stockade.engine.jmx;

import dev.stockade.engine.control.ControlTask;
import dev.stockade.engine.control.EngineControl;
import dev.stockade.engine.control.EngineState;
import dev.stockade.engine.control.PolicyControl;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * Shows the engine through JMX. Making the platform's MBean server early would settle which log
 * manager and which server builder the host gets, so it waits until the host is at work.
 */
public final class Management implements ControlTask {
  private static final String DOMAIN = "dev.stockade:";
  private static final long PATIENCE_MILLIS = 10_000;

  private final EngineState engine;
  private final PolicyControl policy;
  private final List<ObjectName> registered = new ArrayList<ObjectName>();
  private boolean done;

  private Management(EngineState engine, PolicyControl policy) {
    this.engine = engine;
    this.policy = policy;
  }

  /** From now on, when the time has come. */
  public static void show(EngineState engine, EngineControl control) {
    control.add(new Management(engine, control.policy()));
  }

  /** To be called again and again: names may still be another engine's, which is about to leave. */
  @Override
  public synchronized void run() throws JMException {
    if (done || !isHostAtWork()) {
      return;
    }
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      register(server, "type=Engine", new EngineView(engine), EngineMBean.class);
      register(server, "type=Canary", new CanaryView(engine.activePolicy()), CanaryMBean.class);
      for (Rule rule : Rule.values()) {
        RuleView view = new RuleView(rule, engine.activePolicy(), policy);
        register(server, "type=Rule,name=" + rule.id(), view, RuleMBean.class);
      }
      done = true;
    } catch (InstanceAlreadyExistsException e) {
      close();
      done = false;
    }
  }

  /** Nothing is left behind. */
  @Override
  public synchronized void close() {
    done = true;
    for (ObjectName name : registered) {
      try {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
      } catch (JMException e) {
        // It has been taken away already.
      }
    }
    registered.clear();
  }

  private boolean isHostAtWork() {
    long seen = 0;
    for (Verdict verdict : Verdict.values()) {
      seen += engine.journal().count(verdict);
    }
    return seen > 0 || System.currentTimeMillis() - engine.since() > PATIENCE_MILLIS;
  }

  private <T> void register(MBeanServer server, String name, T view, Class<T> type)
      throws JMException {
    ObjectName full = new ObjectName(DOMAIN + name);
    server.registerMBean(new StandardMBean(view, type), full);
    registered.add(full);
  }
}
