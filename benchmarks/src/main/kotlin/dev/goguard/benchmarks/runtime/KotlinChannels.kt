package dev.goguard.benchmarks.runtime

import java.util.concurrent.atomic.AtomicLong
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.selects.select

internal suspend fun pairs(load: Load): Long {
  val sum = AtomicLong()
  coroutineScope {
    for (p in 0 until load.width()) {
      val channel = Channel<Int>(load.capacity())
      launch { send(channel, load.each()) }
      launch { sum.addAndGet(receive(channel, load.each())) }
    }
  }
  return sum.get()
}

internal suspend fun sameGoroutine(load: Load): Long {
  val channel = Channel<Int>(load.capacity())
  var sum = 0L
  for (i in 0 until load.operations()) {
    channel.send(Load.element(i))
    sum += channel.receive()
  }
  return sum
}

internal suspend fun shared(load: Load): Long {
  val sum = AtomicLong()
  val channel = Channel<Int>(load.capacity())
  coroutineScope {
    for (p in 0 until load.width()) {
      launch { send(channel, load.each()) }
      launch { sum.addAndGet(receive(channel, load.each())) }
    }
  }
  return sum.get()
}

internal suspend fun chain(load: Load): Long {
  val sum = AtomicLong()
  val channels = Array(load.width()) { Channel<Int>(load.capacity()) }
  coroutineScope {
    launch { send(channels.first(), load.each()) }
    for (i in 1 until channels.size) {
      launch { forward(channels[i - 1], channels[i], load.each()) }
    }
    launch { sum.addAndGet(receive(channels.last(), load.each())) }
  }
  return sum.get()
}

internal suspend fun selecting(load: Load): Long {
  val sum = AtomicLong()
  val channels = Array(load.width()) { Channel<Int>(load.capacity()) }
  coroutineScope {
    for (channel in channels) launch { send(channel, load.each()) }
    launch { sum.addAndGet(selectSum(channels, load.operations())) }
  }
  return sum.get()
}

private suspend fun selectSum(channels: Array<Channel<Int>>, receives: Int): Long {
  var sum = 0L
  for (i in 0 until receives) {
    sum += select<Int> { for (channel in channels) channel.onReceive { it } }
  }
  return sum
}

internal suspend fun counter(load: Load): Long {
  val sum = AtomicLong()
  val channel = Channel<Int>(load.capacity())
  coroutineScope {
    for (g in 0 until load.width()) launch { for (i in 0 until load.each()) channel.send(1) }
    launch { sum.addAndGet(receive(channel, load.operations())) }
  }
  return sum.get()
}

private suspend fun send(channel: Channel<Int>, elements: Int) {
  for (i in 0 until elements) channel.send(Load.element(i))
}

private suspend fun receive(channel: Channel<Int>, elements: Int): Long {
  var sum = 0L
  for (i in 0 until elements) sum += channel.receive()
  return sum
}

private suspend fun forward(from: Channel<Int>, to: Channel<Int>, elements: Int) {
  for (i in 0 until elements) to.send(from.receive())
}
