package dev.goguard.analysis.report;

import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingDescriptorReference;
import java.util.Set;

/** Notifications of the run in SARIF. */
final class SarifNotifications {
  private SarifNotifications() {}

  static Notification of(dev.goguard.analysis.Notification notification) {
    Notification result = new Notification()
        .withLevel(Notification.Level.fromValue(notification.severity().level()))
        .withDescriptor(new ReportingDescriptorReference().withId(notification.kind()))
        .withMessage(new Message().withText(notification.message()));
    if (notification.location() != null) {
      result.setLocations(Set.of(SarifLocations.of(notification.location())));
    }
    if (notification.rule() != null) {
      result.setAssociatedRule(new ReportingDescriptorReference().withId(notification.rule()));
    }
    return result;
  }
}
