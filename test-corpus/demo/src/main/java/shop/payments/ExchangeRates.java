package shop.payments;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** The rates we sell foreign currency at, refreshed in the background. */
public final class ExchangeRates {
  private final ToDoubleFunction<String> market;
  private final Map<String, Double> rates = new ConcurrentHashMap<>();
  private final double margin;

  public ExchangeRates(ToDoubleFunction<String> market, double margin) {
    this.market = market;
    startRefreshing();
    this.margin = margin;
  }

  public long toCents(long foreignCents, String currency) {
    double rate = rates.computeIfAbsent(currency, this::quote);
    return Math.round(foreignCents * rate);
  }

  private void startRefreshing() {
    Thread.ofVirtual().name("exchange-rates").start(this::refresh);
  }

  private void refresh() {
    for (String currency : new String[] {"USD", "GBP", "CHF"}) {
      rates.put(currency, quote(currency));
    }
  }

  private double quote(String currency) {
    return market.applyAsDouble(currency) * (1 - margin);
  }
}
